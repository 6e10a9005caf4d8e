package import FoundationEssentials

/// What the program was opened on: a tenant, and what the token for it may do.
package struct Session: Hashable, Sendable {
  /// The tenant.
  package var tenant: Tenant
  /// The token's scopes; `nil` where the token does not say.
  package var scopes: Set<String>?
  /// When the token ends; `nil` where it does not say.
  package var expiresAt: Date?
  /// Whether no write may leave this program.
  package var isReadOnly: Bool
  /// Roles that are never removed by a single key, by name or id.
  package var privilegedRoles: Set<String>

  /// A session.
  package init(
    tenant: Tenant, scopes: Set<String>?, expiresAt: Date? = nil, isReadOnly: Bool = false,
    privilegedRoles: Set<String> = []
  ) {
    self.tenant = tenant
    self.scopes = scopes
    self.expiresAt = expiresAt
    self.isReadOnly = isReadOnly
    self.privilegedRoles = privilegedRoles
  }

  /// Whether the token has a scope; `nil` where it does not say which it has.
  package func holds(_ scope: Scope) -> Bool? {
    scopes.map { $0.contains(scope.rawValue) }
  }

  /// Whether somebody marked the role as privileged.
  package func isPrivileged(_ role: Role) -> Bool {
    privilegedRoles.contains(role.name) || privilegedRoles.contains(role.id.rawValue)
  }
}
