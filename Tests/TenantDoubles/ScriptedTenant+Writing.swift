package import AccessModel
import ManagementAPI
import Testing

/// A write's last parameter is its correlation id. Those that answer nothing but a receipt are answered with
/// one, or with `true` where it does not matter what it says.
extension ScriptedTenant: AccessWriting {
  package func removeRoles(
    _ roles: [RoleID], fromUser user: UserID, correlation: String
  ) async throws -> WriteReceipt {
    try await done(.remove(roles, from: user, correlation: correlation))
  }

  package func assignRoles(
    _ roles: [RoleID], toUser user: UserID, correlation: String
  ) async throws -> WriteReceipt {
    try await done(.assignUserRoles, [user.rawValue] + roles.map(\.rawValue), correlation)
  }

  package func assignRole(
    _ role: RoleID, toUsers users: [UserID], correlation: String
  ) async throws -> WriteReceipt {
    try await done(.assignRoleUsers, [role.rawValue] + users.map(\.rawValue), correlation)
  }

  package func removeRoles(
    _ roles: [RoleID], fromMember user: UserID, of organization: OrganizationID,
    correlation: String
  ) async throws -> WriteReceipt {
    let ids = [organization.rawValue, user.rawValue] + roles.map(\.rawValue)
    return try await done(.removeOrganizationMemberRoles, ids, correlation)
  }

  package func assignRoles(
    _ roles: [RoleID], toMember user: UserID, of organization: OrganizationID, correlation: String
  ) async throws -> WriteReceipt {
    let ids = [organization.rawValue, user.rawValue] + roles.map(\.rawValue)
    return try await done(.assignOrganizationMemberRoles, ids, correlation)
  }

  package func grantPermissions(
    _ permissions: [Permission.Key], toUser user: UserID, correlation: String
  ) async throws -> WriteReceipt {
    try await done(.assignUserPermissions, [user.rawValue] + permissions.words, correlation)
  }

  package func revokePermissions(
    _ permissions: [Permission.Key], fromUser user: UserID, correlation: String
  ) async throws -> WriteReceipt {
    try await done(.removeUserPermissions, [user.rawValue] + permissions.words, correlation)
  }

  package func addPermissions(
    _ permissions: [Permission.Key], toRole role: RoleID, correlation: String
  ) async throws -> WriteReceipt {
    try await done(.addRolePermissions, [role.rawValue] + permissions.words, correlation)
  }

  package func removePermissions(
    _ permissions: [Permission.Key], fromRole role: RoleID, correlation: String
  ) async throws -> WriteReceipt {
    try await done(.removeRolePermissions, [role.rawValue] + permissions.words, correlation)
  }

  package func createRole(_ role: NewRole, correlation: String) async throws -> Role {
    try await reply(.call(.createRole, [role.name, role.description ?? "", correlation]))
  }

  package func updateRole(
    _ id: RoleID, _ update: RoleUpdate, correlation: String
  ) async throws -> Role {
    let words = [id.rawValue, update.name ?? "", update.description ?? "", correlation]
    return try await reply(.call(.updateRole, words))
  }

  package func deleteRole(_ id: RoleID, correlation: String) async throws -> WriteReceipt {
    try await done(.deleteRole, [id.rawValue], correlation)
  }

  package func updateResourceServer(
    _ id: String, _ update: ResourceServerUpdate, correlation: String
  ) async throws -> WriteReceipt {
    try await done(.updateResourceServer, [id], correlation)
  }

  package func updateUser(
    _ id: UserID, _ update: UserUpdate, correlation: String
  ) async throws -> User {
    try await reply(.call(.updateUser, [id.rawValue, correlation]))
  }

  package func endSessions(ofUser id: UserID, correlation: String) async throws -> WriteReceipt {
    try await done(.deleteUserSessions, [id.rawValue], correlation)
  }

  package func deleteRefreshTokens(ofUser id: UserID, correlation: String) async throws
    -> WriteReceipt
  {
    try await done(.deleteUserRefreshTokens, [id.rawValue], correlation)
  }

  package func revokeAccess(ofUser id: UserID, correlation: String) async throws -> WriteReceipt {
    try await done(.revokeUserAccess, [id.rawValue], correlation)
  }

  package func unblock(user id: UserID, correlation: String) async throws -> WriteReceipt {
    try await done(.unblockUser, [id.rawValue], correlation)
  }

  private func done(
    _ operation: Operation, _ words: [String], _ correlation: String
  ) async throws -> WriteReceipt {
    try await done(.call(operation, words + [correlation]))
  }

  private func done(_ call: Call) async throws -> WriteReceipt {
    let answer = try await value(of: call)
    #expect(answer is Bool || answer is WriteReceipt, "the answer to \(call) is of another type")
    return answer as? WriteReceipt ?? WriteReceipt(status: 204)
  }
}

extension [Permission.Key] {
  /// Each as `api name`.
  fileprivate var words: [String] { map { "\($0.api) \($0.name)" } }
}
