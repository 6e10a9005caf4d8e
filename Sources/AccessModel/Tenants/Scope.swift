/// The scopes of the Management API that this program's calls need.
package enum Scope: String, Hashable, Sendable, CaseIterable {
  case readUsers = "read:users"
  case updateUsers = "update:users"
  case readRoles = "read:roles"
  case readOrganizations = "read:organizations"
  case readResourceServers = "read:resource_servers"
  case createRoleMembers = "create:role_members"
}
