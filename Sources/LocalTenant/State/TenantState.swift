/// Everything that a tenant knows.
struct TenantState: Sendable {
  var directory: UserDirectory
  var roles: RoleList
  var assignments: RoleAssignments
  /// The permissions that users hold directly, by user id.
  var grants: [String: [Permission]]
  var resourceServers: [ResourceServer]
  var organizations: [Organization]
  /// The ids of the organizations that users are members of, by user id.
  var memberships: [String: [String]]
  var settings: TenantSettings

  /// The API with this identifier.
  func resourceServer(identifier: String) -> ResourceServer? {
    resourceServers.first { $0.identifier == identifier }
  }

  /// Removes a user, with everything that the user holds; false where there is none with this id.
  mutating func deleteUser(_ id: String) -> Bool {
    guard directory.remove(id) else { return false }
    assignments.removeAll(from: id)
    grants[id] = nil
    memberships[id] = nil
    return true
  }

  /// Removes a role, and takes it from everybody; false where there is none with this id.
  mutating func deleteRole(_ id: String) -> Bool {
    guard roles.remove(id) else { return false }
    assignments.removeAll(of: id)
    return true
  }

  /// Tells the Management API's own entry which audience it has.
  mutating func setSystemAudience(_ audience: String) {
    for index in resourceServers.indices where resourceServers[index].isSystem {
      resourceServers[index].identifier = audience
    }
  }
}
