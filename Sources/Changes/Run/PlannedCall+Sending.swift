import AccessModel
import ManagementAPI

extension AccessWriting {
  /// Makes the changes of one call.
  ///
  /// - Throws: `APIError` or `CancellationError`.
  func send(
    _ call: Change.Call, _ changes: [Change], correlation: String
  ) async throws {
    guard let first = changes.first else { return }
    let roles = changes.compactMap { $0.role?.id }
    let permissions = changes.compactMap { $0.permission?.key }
    switch (call, first) {
    case (.removeRolesFromUser, .removeRole(_, let user)):
      try await removeRoles(roles, fromUser: user.id, correlation: correlation)
    case (.assignRolesToUser, .assignRole(_, let user)):
      try await assignRoles(roles, toUser: user.id, correlation: correlation)
    case (.assignRoleToUsers, .assignRole(let role, _)):
      try await assignRole(
        role.id, toUsers: changes.compactMap { $0.user?.id }, correlation: correlation)
    case (.removeRolesFromMember, .removeOrganizationRole(_, let user, let organization)):
      try await removeRoles(
        roles, fromMember: user.id, of: organization.id, correlation: correlation)
    case (.assignRolesToMember, .assignOrganizationRole(_, let user, let organization)):
      try await assignRoles(
        roles, toMember: user.id, of: organization.id, correlation: correlation)
    case (.revokePermissionsFromUser, .revokePermission(_, let user)):
      try await revokePermissions(permissions, fromUser: user.id, correlation: correlation)
    case (.grantPermissionsToUser, .grantPermission(_, let user)):
      try await grantPermissions(permissions, toUser: user.id, correlation: correlation)
    case (.removePermissionsFromRole, .removePermission(_, let role)):
      try await removePermissions(permissions, fromRole: role.id, correlation: correlation)
    case (.addPermissionsToRole, .addPermission(_, let role)):
      try await addPermissions(permissions, toRole: role.id, correlation: correlation)
    case (.deleteRole, .deleteRole(let role)):
      try await deleteRole(role.id, correlation: correlation)
    case (.updateResourceServer, .setRBAC(let api, let setting)):
      _ = try await updateResourceServer(
        api.identifier, ResourceServerUpdate(setting), correlation: correlation)
    case (.revokeAccess, .revokeAccess(let user)):
      try await revokeAccess(ofUser: user.id, correlation: correlation)
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
