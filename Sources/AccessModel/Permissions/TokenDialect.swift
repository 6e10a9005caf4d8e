/// What an API's access tokens look like: `token_dialect`.
package struct TokenDialect: RawRepresentable, Hashable, Sendable, Codable {
  /// The name as sent.
  package let rawValue: String

  /// A name as sent; nothing is checked.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// Auth0's own profile, which is the default.
  package static let accessToken = TokenDialect(rawValue: "access_token")
  /// Auth0's own profile, with the user's permissions for the API.
  package static let accessTokenWithPermissions = TokenDialect(rawValue: "access_token_authz")
  /// The profile of RFC 9068.
  package static let rfc9068 = TokenDialect(rawValue: "rfc9068_profile")
  /// The profile of RFC 9068, with the user's permissions for the API.
  package static let rfc9068WithPermissions = TokenDialect(rawValue: "rfc9068_profile_authz")

  /// Whether tokens name the user's permissions: "Add Permissions in the Access Token".
  package var addsPermissions: Bool { rawValue.hasSuffix("_authz") }

  /// The same profile with permissions or without.
  package func adding(permissions: Bool) -> TokenDialect {
    guard permissions != addsPermissions else { return self }
    return TokenDialect(
      rawValue: permissions ? rawValue + "_authz" : String(rawValue.dropLast("_authz".count)))
  }
}
