/// A call of the Management API that this program makes.
package enum Operation: Hashable, Sendable, CaseIterable {
  case listUsers
  case listUsersByEmail
  case getUser
  case listUserRoles
  case removeUserRoles
  case listUserPermissions
  case listUserOrganizations
  case listRolePermissions
  case listRoleUsers
  case listResourceServers

  /// What it does, to end a sentence that begins with "could not".
  package var purpose: String {
    switch self {
    case .listUsers: "list users"
    case .listUsersByEmail: "look for users by email"
    case .getUser: "read the user"
    case .listUserRoles: "read the user's roles"
    case .removeUserRoles: "remove roles"
    case .listUserPermissions: "read the user's permissions"
    case .listUserOrganizations: "read the user's organizations"
    case .listRolePermissions: "read the role's permissions"
    case .listRoleUsers: "read who holds the role"
    case .listResourceServers: "read the APIs"
    }
  }

  /// The scopes that the API's documentation asks for.
  package var scopes: [Scope] {
    switch self {
    case .listUsers, .listUsersByEmail, .getUser, .listUserPermissions: [.readUsers]
    case .listUserRoles, .listRoleUsers: [.readUsers, .readRoles]
    case .removeUserRoles: [.updateUsers]
    case .listUserOrganizations: [.readOrganizations]
    case .listRolePermissions: [.readRoles]
    case .listResourceServers: [.readResourceServers]
    }
  }

  /// Whether it changes the tenant.
  package var isWrite: Bool { self == .removeUserRoles }
}
