/// How an API treats roles: `enforce_policies` and `token_dialect` of a resource server.
package struct RBACSetting: Hashable, Sendable {
  /// Whether tokens hold no more scopes than roles and grants give.
  package var enforcesPolicies: Bool
  /// How access tokens are written.
  ///
  /// One of ``tokenDialects``; as read, `nil` where it was never set, which acts like `access_token`; as
  /// wanted, `nil` leaves it as it is.
  package var tokenDialect: String?

  /// A setting.
  package init(enforcesPolicies: Bool, tokenDialect: String?) {
    self.enforcesPolicies = enforcesPolicies
    self.tokenDialect = tokenDialect
  }

  /// How an API is set, as it was read.
  package init(of server: ResourceServer) {
    self.init(
      enforcesPolicies: server.enforcesPolicies, tokenDialect: server.tokenDialect.rawValue)
  }

  /// Whether an API that is set so is as somebody wants it.
  package func fulfils(_ wanted: RBACSetting) -> Bool {
    enforcesPolicies == wanted.enforcesPolicies
      && (wanted.tokenDialect == nil
        || (tokenDialect ?? Self.defaultTokenDialect) == wanted.tokenDialect)
  }

  /// The dialects that the API knows.
  package static let tokenDialects: Set<String> = [
    "access_token", "access_token_authz", "rfc9068_profile", "rfc9068_profile_authz",
  ]

  /// The dialect that an API without one acts by.
  package static let defaultTokenDialect = "access_token"
}
