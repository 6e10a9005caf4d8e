import AccessModel
import ManagementAPI

/// What the environment says about how carefully to treat a tenant.
struct SessionMarks: Hashable, Sendable {
  /// Whether the tenant was marked as one where mistakes do not hurt.
  let isHarmless: Bool
  /// Whether no write may leave this program.
  let isReadOnly: Bool
  /// Roles never removed by a single key, by name or id.
  let privilegedRoles: Set<String>

  /// Reads the variables' values; in doubt the more careful of two meanings holds.
  ///
  /// - Parameters:
  ///   - production: `0` marks the tenant as harmless; nothing else does.
  ///   - readOnly: Anything but `0` forbids writes.
  ///   - privilegedRoles: Names or ids, separated by commas.
  init(production: String?, readOnly: String?, privilegedRoles: String?) {
    isHarmless = production == "0"
    isReadOnly = readOnly != nil && readOnly != "0"
    self.privilegedRoles = Set(
      (privilegedRoles ?? "").split(separator: ",").map { String($0).trimmed }
        .filter { !$0.isEmpty })
  }

  /// The session that a token opens at an endpoint; `nil` for one that is not there yet.
  func session(at endpoint: TenantEndpoint, with token: AccessToken?) -> Session {
    Session(
      tenant: Tenant(
        domain: endpoint.domain, isProduction: !isHarmless && !endpoint.isOnLoopback),
      scopes: token?.claims?.scopes, expiresAt: token?.claims?.expiresAt, isReadOnly: isReadOnly,
      privilegedRoles: privilegedRoles)
  }
}
