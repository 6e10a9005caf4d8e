/// An API of the tenant, as `GET /api/v2/resource-servers` lists it.
package struct ResourceServer: Hashable, Sendable, Decodable {
  /// The name that people know it by.
  package var name: String
  /// The identifier, which is the audience of its access tokens.
  package var identifier: String
  /// Whether RBAC is on, without which roles do not limit a token's scopes; absent means off.
  package var enforcesPolicies: Bool
  /// How long its access tokens live, in seconds; the API's default is a day.
  package var tokenLifetime: Int

  /// An API from its parts.
  package init(
    name: String, identifier: String, enforcesPolicies: Bool, tokenLifetime: Int = 86_400
  ) {
    self.name = name
    self.identifier = identifier
    self.enforcesPolicies = enforcesPolicies
    self.tokenLifetime = tokenLifetime
  }

  private enum CodingKeys: String, CodingKey {
    case name
    case identifier
    case enforcesPolicies = "enforce_policies"
    case tokenLifetime = "token_lifetime"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    identifier = try container.decode(String.self, forKey: .identifier)
    name = container.tolerantly(String.self, .name) ?? identifier
    enforcesPolicies = container.tolerantly(Bool.self, .enforcesPolicies) ?? false
    tokenLifetime = container.tolerantly(Int.self, .tokenLifetime) ?? 86_400
  }
}
