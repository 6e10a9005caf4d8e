package import AccessModel

extension ManagementClient: AccessWriting {
  @discardableResult
  package func removeRoles(
    _ roles: [RoleID], fromUser user: UserID, correlation: String
  ) async throws -> WriteReceipt {
    try await send(
      .write(.removeUserRoles, [user.rawValue], roles: roles, correlation: correlation))
  }

  @discardableResult
  package func assignRoles(
    _ roles: [RoleID], toUser user: UserID, correlation: String
  ) async throws -> WriteReceipt {
    try await send(
      .write(.assignUserRoles, [user.rawValue], roles: roles, correlation: correlation))
  }

  @discardableResult
  package func assignRole(
    _ role: RoleID, toUsers users: [UserID], correlation: String
  ) async throws -> WriteReceipt {
    try await send(.assignRole(role, toUsers: users, correlation: correlation))
  }

  @discardableResult
  package func removeRoles(
    _ roles: [RoleID], fromMember user: UserID, of organization: OrganizationID,
    correlation: String
  ) async throws -> WriteReceipt {
    try await send(
      .write(
        .removeOrganizationMemberRoles, [organization.rawValue, user.rawValue], roles: roles,
        correlation: correlation))
  }

  @discardableResult
  package func assignRoles(
    _ roles: [RoleID], toMember user: UserID, of organization: OrganizationID, correlation: String
  ) async throws -> WriteReceipt {
    try await send(
      .write(
        .assignOrganizationMemberRoles, [organization.rawValue, user.rawValue], roles: roles,
        correlation: correlation))
  }

  @discardableResult
  package func grantPermissions(
    _ permissions: [Permission.Key], toUser user: UserID, correlation: String
  ) async throws -> WriteReceipt {
    try await send(
      .write(
        .assignUserPermissions, [user.rawValue], permissions: permissions,
        correlation: correlation))
  }

  @discardableResult
  package func revokePermissions(
    _ permissions: [Permission.Key], fromUser user: UserID, correlation: String
  ) async throws -> WriteReceipt {
    try await send(
      .write(
        .removeUserPermissions, [user.rawValue], permissions: permissions,
        correlation: correlation))
  }

  @discardableResult
  package func addPermissions(
    _ permissions: [Permission.Key], toRole role: RoleID, correlation: String
  ) async throws -> WriteReceipt {
    try await send(
      .write(
        .addRolePermissions, [role.rawValue], permissions: permissions, correlation: correlation))
  }

  @discardableResult
  package func removePermissions(
    _ permissions: [Permission.Key], fromRole role: RoleID, correlation: String
  ) async throws -> WriteReceipt {
    try await send(
      .write(
        .removeRolePermissions, [role.rawValue], permissions: permissions,
        correlation: correlation))
  }

  package func createRole(_ role: NewRole, correlation: String) async throws -> Role {
    try await read(Role.self, by: .createRole(role, correlation: correlation))
  }

  package func updateRole(
    _ id: RoleID, _ update: RoleUpdate, correlation: String
  ) async throws -> Role {
    try await read(
      Role.self,
      by: .update(
        .updateRole, id.rawValue, update, unless: RoleUpdate(), correlation: correlation))
  }

  @discardableResult
  package func deleteRole(_ id: RoleID, correlation: String) async throws -> WriteReceipt {
    try await send(Request(.deleteRole, [id.rawValue], correlation: correlation))
  }

  @discardableResult
  package func updateResourceServer(
    _ id: String, _ update: ResourceServerUpdate, correlation: String
  ) async throws -> WriteReceipt {
    try await send(
      .update(
        .updateResourceServer, id, update, unless: ResourceServerUpdate(),
        correlation: correlation))
  }

  package func updateUser(
    _ id: UserID, _ update: UserUpdate, correlation: String
  ) async throws -> User {
    try await read(
      User.self,
      by: .update(.updateUser, id.rawValue, update, unless: UserUpdate(), correlation: correlation))
  }

  @discardableResult
  package func endSessions(ofUser id: UserID, correlation: String) async throws -> WriteReceipt {
    try await send(Request(.deleteUserSessions, [id.rawValue], correlation: correlation))
  }

  @discardableResult
  package func deleteRefreshTokens(ofUser id: UserID, correlation: String) async throws
    -> WriteReceipt
  {
    try await send(Request(.deleteUserRefreshTokens, [id.rawValue], correlation: correlation))
  }

  @discardableResult
  package func revokeAccess(ofUser id: UserID, correlation: String) async throws -> WriteReceipt {
    try await send(.revokeAccess(ofUser: id, correlation: correlation))
  }

  @discardableResult
  package func unblock(user id: UserID, correlation: String) async throws -> WriteReceipt {
    try await send(Request(.unblockUser, [id.rawValue], correlation: correlation))
  }

  /// Sends a write whose answer's body says nothing that is not read again, whatever it holds.
  private func send(_ request: Request) async throws -> WriteReceipt {
    try await perform(request).receipt
  }
}
