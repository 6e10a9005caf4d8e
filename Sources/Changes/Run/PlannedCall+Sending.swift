import AccessModel
import ManagementAPI

extension AccessWriting {
  /// Makes the changes of one call, at least one.
  ///
  /// - Throws: `APIError` or `CancellationError`.
  func send(
    _ call: Change.Call, _ changes: [Change], correlation: String
  ) async throws -> WriteReceipt {
    let roles = changes.compactMap { $0.role?.id }
    let permissions = changes.compactMap { $0.permission?.key }
    switch (call, changes.first) {
    case (.removeRolesFromUser, .removeRole(_, let user)):
      return try await removeRoles(roles, fromUser: user.id, correlation: correlation)
    case (.assignRolesToUser, .assignRole(_, let user)):
      return try await assignRoles(roles, toUser: user.id, correlation: correlation)
    case (.assignRoleToUsers, .assignRole(let role, _)):
      return try await assignRole(
        role.id, toUsers: changes.compactMap { $0.user?.id }, correlation: correlation)
    case (.removeRolesFromMember, .removeOrganizationRole(_, let user, let organization)):
      return try await removeRoles(
        roles, fromMember: user.id, of: organization.id, correlation: correlation)
    case (.assignRolesToMember, .assignOrganizationRole(_, let user, let organization)):
      return try await assignRoles(
        roles, toMember: user.id, of: organization.id, correlation: correlation)
    case (.revokePermissionsFromUser, .revokePermission(_, let user)):
      return try await revokePermissions(permissions, fromUser: user.id, correlation: correlation)
    case (.grantPermissionsToUser, .grantPermission(_, let user)):
      return try await grantPermissions(permissions, toUser: user.id, correlation: correlation)
    case (.removePermissionsFromRole, .removePermission(_, let role)):
      return try await removePermissions(permissions, fromRole: role.id, correlation: correlation)
    case (.addPermissionsToRole, .addPermission(_, let role)):
      return try await addPermissions(permissions, toRole: role.id, correlation: correlation)
    case (.deleteRole, .deleteRole(let role)):
      return try await deleteRole(role.id, correlation: correlation)
    case (.updateResourceServer, .setRBAC(let api, let setting)):
      return try await updateResourceServer(
        api.identifier, ResourceServerUpdate(setting), correlation: correlation)
    case (.revokeAccess, .revokeAccess(let user)):
      return try await revokeAccess(ofUser: user.id, correlation: correlation)
    default:
      // A call is made from its changes, so that it fits them; what does not is not sent.
      throw APIError(
        .badRequest, call.operation, detail: "the call does not fit the changes that it makes")
    }
  }
}

extension ResourceServerUpdate {
  /// What sets an API so; a dialect that is not named is left as it is.
  fileprivate init(_ setting: RBACSetting) {
    self.init(
      enforcesPolicies: setting.enforcesPolicies,
      tokenDialect: setting.tokenDialect.map { TokenDialect(rawValue: $0) })
  }
}
