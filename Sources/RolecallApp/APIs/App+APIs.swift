import AccessModel

extension App {
  /// Why the RBAC of the API under the cursor cannot be changed now; `nil` where that is asked.
  var obstacleToSettingRBAC: String? {
    guard let server = apisScreen?.current else { return "no API is under the cursor" }
    if server.isSystem { return "\(server.name) is Auth0's own, and cannot be changed" }
    return running?.obstacle
  }

  /// Why it cannot be changed now what the API's access tokens list; `nil` where that is asked.
  var obstacleToSettingTokenPermissions: String? {
    if let obstacle = obstacleToSettingRBAC { return obstacle }
    // As in the Dashboard, which offers this switch below the other one.
    return apisScreen?.current?.enforcesPolicies == false
      ? "without RBAC no token lists permissions: enable that first, with e" : nil
  }

  /// Asks whether RBAC shall be enabled for the API under the cursor; disabled where it is on.
  mutating func askToSetRBAC(_ turn: inout Turn) {
    guard let server = apisScreen?.current else { return }
    ask(
      server, to: RBACSetting(enforcesPolicies: !server.enforcesPolicies, tokenDialect: nil), &turn)
  }

  /// Asks whether the access tokens of the API under the cursor shall list permissions, or no longer.
  mutating func askToSetTokenPermissions(_ turn: inout Turn) {
    guard let server = apisScreen?.current else { return }
    let dialect = server.tokenDialect.adding(permissions: !server.tokenDialect.addsPermissions)
    ask(
      server,
      to: RBACSetting(
        enforcesPolicies: server.enforcesPolicies, tokenDialect: dialect.rawValue), &turn)
  }

  private mutating func ask(
    _ server: ResourceServer, to setting: RBACSetting, _ turn: inout Turn
  ) {
    ask(
      [.setRBAC(of: server, to: setting)], before: [.rbac(RBACSetting(of: server))], &turn)
  }
}
