extension Operation {
  /// What is to be known of a call.
  struct Facts {
    var method: Method
    var path: String
    var purpose: String
    var scopes: [Scope]

    fileprivate init(_ method: Method, _ path: String, _ purpose: String, _ scopes: Scope...) {
      self.method = method
      self.path = path
      self.purpose = purpose
      self.scopes = scopes
    }
  }

  /// The call's row of the table.
  var facts: Facts {
    switch self {
    case .listUsers:
      Facts(.get, "/users", "list users", .readUsers)
    case .listUsersByEmail:
      Facts(.get, "/users-by-email", "look for users by email", .readUsers)
    case .getUser:
      Facts(.get, "/users/{id}", "read the user", .readUsers)
    case .updateUser:
      Facts(.patch, "/users/{id}", "change the user", .updateUsers)
    case .listUserRoles:
      Facts(.get, "/users/{id}/roles", "read the user's roles", .readUsers, .readRoles)
    case .assignUserRoles:
      Facts(.post, "/users/{id}/roles", "assign roles", .updateUsers, .createRoleMembers)
    case .removeUserRoles:
      Facts(.delete, "/users/{id}/roles", "remove roles", .updateUsers)
    case .listUserPermissions:
      Facts(.get, "/users/{id}/permissions", "read the user's permissions", .readUsers)
    case .assignUserPermissions:
      Facts(.post, "/users/{id}/permissions", "grant permissions", .updateUsers)
    case .removeUserPermissions:
      Facts(.delete, "/users/{id}/permissions", "revoke permissions", .updateUsers)
    case .listUserOrganizations:
      Facts(.get, "/users/{id}/organizations", "read the user's organizations", .readOrganizations)
    case .listUserLogs:
      Facts(.get, "/users/{id}/logs", "read the user's history", .readLogs)
    case .listUserSessions:
      Facts(.get, "/users/{user_id}/sessions", "read the user's sessions", .readSessions)
    case .deleteUserSessions:
      Facts(.delete, "/users/{user_id}/sessions", "end the user's sessions", .deleteSessions)
    case .listUserRefreshTokens:
      Facts(
        .get, "/users/{user_id}/refresh-tokens", "read the user's refresh tokens",
        .readRefreshTokens)
    case .deleteUserRefreshTokens:
      Facts(
        .delete, "/users/{user_id}/refresh-tokens", "delete the user's refresh tokens",
        .deleteRefreshTokens)
    case .revokeUserAccess:
      Facts(
        .post, "/users/{id}/revoke-access", "revoke the user's access", .deleteSessions,
        .deleteRefreshTokens)
    case .listUserEffectiveRoles:
      Facts(
        .get, "/users/{id}/effective-roles", "read the roles that groups give",
        .readUserEffectiveRoles)
    case .listUserRoleSourceGroups:
      Facts(
        .get, "/users/{id}/effective-roles/sources/groups", "read which groups give the role",
        .readUserRoleSourceGroups)
    case .getUserBlocks:
      Facts(.get, "/user-blocks/{id}", "read the user's blocks", .readUsers)
    case .unblockUser:
      Facts(.delete, "/user-blocks/{id}", "unblock the user", .updateUsers)
    case .listRoles:
      Facts(.get, "/roles", "read the roles", .readRoles)
    case .createRole:
      Facts(.post, "/roles", "create the role", .createRoles)
    case .getRole:
      Facts(.get, "/roles/{id}", "read the role", .readRoles)
    case .updateRole:
      Facts(.patch, "/roles/{id}", "change the role", .updateRoles)
    case .deleteRole:
      Facts(.delete, "/roles/{id}", "delete the role", .deleteRoles)
    case .listRolePermissions:
      Facts(.get, "/roles/{id}/permissions", "read the role's permissions", .readRoles)
    case .addRolePermissions:
      Facts(.post, "/roles/{id}/permissions", "add permissions to the role", .updateRoles)
    case .removeRolePermissions:
      Facts(.delete, "/roles/{id}/permissions", "remove permissions from the role", .updateRoles)
    case .listRoleUsers:
      Facts(.get, "/roles/{id}/users", "read who holds the role", .readUsers, .readRoles)
    case .assignRoleUsers:
      Facts(.post, "/roles/{id}/users", "assign the role", .updateRoles, .createRoleMembers)
    case .listResourceServers:
      Facts(.get, "/resource-servers", "read the APIs", .readResourceServers)
    case .getResourceServer:
      Facts(.get, "/resource-servers/{id}", "read the API", .readResourceServers)
    case .updateResourceServer:
      Facts(.patch, "/resource-servers/{id}", "change the API", .updateResourceServers)
    case .listOrganizations:
      Facts(.get, "/organizations", "read the organizations", .readOrganizations)
    case .getOrganization:
      Facts(.get, "/organizations/{id}", "read the organization", .readOrganizations)
    case .listOrganizationMembers:
      Facts(
        .get, "/organizations/{id}/members", "read the organization's members",
        .readOrganizationMembers)
    case .listOrganizationMemberRoles:
      Facts(
        .get, "/organizations/{id}/members/{user_id}/roles", "read the member's roles",
        .readOrganizationMemberRoles)
    case .assignOrganizationMemberRoles:
      Facts(
        .post, "/organizations/{id}/members/{user_id}/roles", "assign roles in the organization",
        .createOrganizationMemberRoles)
    case .removeOrganizationMemberRoles:
      Facts(
        .delete, "/organizations/{id}/members/{user_id}/roles", "remove roles in the organization",
        .deleteOrganizationMemberRoles)
    case .listLogs:
      Facts(.get, "/logs", "read the tenant's log", .readLogs)
    case .getLog:
      Facts(.get, "/logs/{id}", "read the log entry", .readLogs)
    case .exportUsers:
      Facts(.post, "/jobs/users-exports", "export users", .readUsers)
    case .getJob:
      Facts(.get, "/jobs/{id}", "read how far the export is", .readUsers)
    case .getTenantSettings:
      Facts(.get, "/tenants/settings", "read the tenant's settings", .readTenantSettings)
    case .listConnections:
      Facts(.get, "/connections", "read the connections", .readConnections)
    case .getToken:
      Facts(.post, "/oauth/token", "get a token")
    }
  }
}
