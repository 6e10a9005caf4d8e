import AccessModel
import ManagementAPI

/// Makes calls of a client, and may end the program before, in the midst of, or after one.
struct MortalWriter: AccessWriting {
  private let client: any AccessWriting
  private let moments: Moments

  init(_ client: any AccessWriting, _ moments: Moments) {
    self.client = client
    self.moments = moments
  }

  private func call<Value: Sendable>(
    _ body: @escaping @Sendable (any AccessWriting) async throws -> Value
  ) async throws -> Value {
    moments.note(.send)
    async let value = body(client)
    // The request is on its way by now, or will never be: both may be met.
    await Task.yield()
    moments.note(.leave)
    let result = try await value
    moments.note(.answer)
    return result
  }

  func removeRoles(_ roles: [RoleID], fromUser user: UserID, correlation: String) async throws
    -> WriteReceipt
  {
    try await call { try await $0.removeRoles(roles, fromUser: user, correlation: correlation) }
  }

  func assignRoles(_ roles: [RoleID], toUser user: UserID, correlation: String) async throws
    -> WriteReceipt
  {
    try await call { try await $0.assignRoles(roles, toUser: user, correlation: correlation) }
  }

  func assignRole(_ role: RoleID, toUsers users: [UserID], correlation: String) async throws
    -> WriteReceipt
  {
    try await call { try await $0.assignRole(role, toUsers: users, correlation: correlation) }
  }

  func removeRoles(
    _ roles: [RoleID], fromMember user: UserID, of organization: OrganizationID,
    correlation: String
  ) async throws -> WriteReceipt {
    try await call {
      try await $0.removeRoles(
        roles, fromMember: user, of: organization, correlation: correlation)
    }
  }

  func assignRoles(
    _ roles: [RoleID], toMember user: UserID, of organization: OrganizationID, correlation: String
  ) async throws -> WriteReceipt {
    try await call {
      try await $0.assignRoles(roles, toMember: user, of: organization, correlation: correlation)
    }
  }

  func grantPermissions(
    _ permissions: [Permission.Key], toUser user: UserID, correlation: String
  ) async throws -> WriteReceipt {
    try await call {
      try await $0.grantPermissions(permissions, toUser: user, correlation: correlation)
    }
  }

  func revokePermissions(
    _ permissions: [Permission.Key], fromUser user: UserID, correlation: String
  ) async throws -> WriteReceipt {
    try await call {
      try await $0.revokePermissions(permissions, fromUser: user, correlation: correlation)
    }
  }

  func addPermissions(
    _ permissions: [Permission.Key], toRole role: RoleID, correlation: String
  ) async throws -> WriteReceipt {
    try await call {
      try await $0.addPermissions(permissions, toRole: role, correlation: correlation)
    }
  }

  func removePermissions(
    _ permissions: [Permission.Key], fromRole role: RoleID, correlation: String
  ) async throws -> WriteReceipt {
    try await call {
      try await $0.removePermissions(permissions, fromRole: role, correlation: correlation)
    }
  }

  func createRole(_ role: NewRole, correlation: String) async throws -> Role {
    try await call { try await $0.createRole(role, correlation: correlation) }
  }

  func updateRole(
    _ id: RoleID, _ update: RoleUpdate, correlation: String
  ) async throws -> Role {
    try await call { try await $0.updateRole(id, update, correlation: correlation) }
  }

  func deleteRole(_ id: RoleID, correlation: String) async throws -> WriteReceipt {
    try await call { try await $0.deleteRole(id, correlation: correlation) }
  }

  func updateResourceServer(
    _ id: String, _ update: ResourceServerUpdate, correlation: String
  ) async throws -> WriteReceipt {
    try await call { try await $0.updateResourceServer(id, update, correlation: correlation) }
  }

  func updateUser(_ id: UserID, _ update: UserUpdate, correlation: String) async throws -> User {
    try await call { try await $0.updateUser(id, update, correlation: correlation) }
  }

  func endSessions(ofUser id: UserID, correlation: String) async throws -> WriteReceipt {
    try await call { try await $0.endSessions(ofUser: id, correlation: correlation) }
  }

  func deleteRefreshTokens(ofUser id: UserID, correlation: String) async throws -> WriteReceipt {
    try await call { try await $0.deleteRefreshTokens(ofUser: id, correlation: correlation) }
  }

  func revokeAccess(ofUser id: UserID, correlation: String) async throws -> WriteReceipt {
    try await call { try await $0.revokeAccess(ofUser: id, correlation: correlation) }
  }

  func unblock(user id: UserID, correlation: String) async throws -> WriteReceipt {
    try await call { try await $0.unblock(user: id, correlation: correlation) }
  }
}
