import AccessModel
import Testing

@Suite("The operations of the API")
struct OperationTests {
  /// Each as the API's document has it, with the scopes that are known to suffice.
  private static let table = """
    listUsers GET /users read:users
    listUsersByEmail GET /users-by-email read:users
    getUser GET /users/{id} read:users
    updateUser PATCH /users/{id} update:users
    listUserRoles GET /users/{id}/roles read:users read:roles
    assignUserRoles POST /users/{id}/roles update:users create:role_members
    removeUserRoles DELETE /users/{id}/roles update:users
    listUserPermissions GET /users/{id}/permissions read:users
    assignUserPermissions POST /users/{id}/permissions update:users
    removeUserPermissions DELETE /users/{id}/permissions update:users
    listUserOrganizations GET /users/{id}/organizations read:organizations
    listUserLogs GET /users/{id}/logs read:logs
    listUserSessions GET /users/{user_id}/sessions read:sessions
    deleteUserSessions DELETE /users/{user_id}/sessions delete:sessions
    listUserRefreshTokens GET /users/{user_id}/refresh-tokens read:refresh_tokens
    deleteUserRefreshTokens DELETE /users/{user_id}/refresh-tokens delete:refresh_tokens
    revokeUserAccess POST /users/{id}/revoke-access delete:sessions delete:refresh_tokens
    listUserEffectiveRoles GET /users/{id}/effective-roles read:user_effective_roles
    listUserRoleSourceGroups GET /users/{id}/effective-roles/sources/groups read:user_role_source_groups
    getUserBlocks GET /user-blocks/{id} read:users
    unblockUser DELETE /user-blocks/{id} update:users
    listRoles GET /roles read:roles
    createRole POST /roles create:roles
    getRole GET /roles/{id} read:roles
    updateRole PATCH /roles/{id} update:roles
    deleteRole DELETE /roles/{id} delete:roles
    listRolePermissions GET /roles/{id}/permissions read:roles
    addRolePermissions POST /roles/{id}/permissions update:roles
    removeRolePermissions DELETE /roles/{id}/permissions update:roles
    listRoleUsers GET /roles/{id}/users read:users read:roles
    assignRoleUsers POST /roles/{id}/users update:roles create:role_members
    listResourceServers GET /resource-servers read:resource_servers
    getResourceServer GET /resource-servers/{id} read:resource_servers
    updateResourceServer PATCH /resource-servers/{id} update:resource_servers
    listOrganizations GET /organizations read:organizations
    getOrganization GET /organizations/{id} read:organizations
    listOrganizationMembers GET /organizations/{id}/members read:organization_members
    listOrganizationMemberRoles GET /organizations/{id}/members/{user_id}/roles read:organization_member_roles
    assignOrganizationMemberRoles POST /organizations/{id}/members/{user_id}/roles create:organization_member_roles
    removeOrganizationMemberRoles DELETE /organizations/{id}/members/{user_id}/roles delete:organization_member_roles
    listLogs GET /logs read:logs
    getLog GET /logs/{id} read:logs
    exportUsers POST /jobs/users-exports read:users
    getJob GET /jobs/{id} read:users
    getTenantSettings GET /tenants/settings read:tenant_settings
    listConnections GET /connections read:connections
    """

  @Test("Each has its method, its path and its scopes, and none is left out")
  func facts() {
    let described = Operation.ofManagementAPI.map { operation in
      let scopes = operation.scopes.map(\.rawValue).joined(separator: " ")
      return "\(operation) \(operation.method.rawValue) \(operation.pathTemplate) \(scopes)"
    }
    #expect(described == Self.table.split(separator: "\n").map(String.init))
    #expect(Set(described).count == 46)
  }

  @Test("All but reads change the tenant; an export is a read")
  func writes() {
    for operation in Operation.allCases {
      let isWrite = operation.method != .get && ![.exportUsers, .getToken].contains(operation)
      #expect(operation.isWrite == isWrite, "\(operation)")
    }
    #expect(Operation.allCases.count(where: \.isWrite) == 18)
  }

  @Test("Each says in words of its own what it could not do", arguments: Operation.allCases)
  func purpose(operation: Operation) {
    #expect(Operation.allCases.filter { $0.purpose == operation.purpose } == [operation])
    #expect(operation.purpose.first?.isLowercase == true)
    #expect(operation.purpose.last?.isLetter == true)
  }
}
