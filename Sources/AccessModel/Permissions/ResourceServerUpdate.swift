/// What is to change about an API, as `PATCH /api/v2/resource-servers/{id}` takes it; `nil` leaves a
/// field alone.
package struct ResourceServerUpdate: Hashable, Sendable, Encodable {
  package var name: String?
  /// All permissions that it is to have: those left out are taken from every role and user.
  package var scopes: [ResourceServer.Scope]?
  /// Whether RBAC is on.
  package var enforcesPolicies: Bool?
  package var tokenDialect: TokenDialect?
  /// How long its access tokens live, in seconds.
  package var tokenLifetime: Int?
  package var allowsOfflineAccess: Bool?

  /// A change.
  package init(
    name: String? = nil, scopes: [ResourceServer.Scope]? = nil, enforcesPolicies: Bool? = nil,
    tokenDialect: TokenDialect? = nil, tokenLifetime: Int? = nil, allowsOfflineAccess: Bool? = nil
  ) {
    self.name = name
    self.scopes = scopes
    self.enforcesPolicies = enforcesPolicies
    self.tokenDialect = tokenDialect
    self.tokenLifetime = tokenLifetime
    self.allowsOfflineAccess = allowsOfflineAccess
  }

  private enum CodingKeys: String, CodingKey {
    case name
    case scopes
    case enforcesPolicies = "enforce_policies"
    case tokenDialect = "token_dialect"
    case tokenLifetime = "token_lifetime"
    case allowsOfflineAccess = "allow_offline_access"
  }
}
