package import AccessModel

/// What the program changes in a tenant; apart from ``AccessReading``, so that a program that may only
/// read is not given it.
///
/// Each call is sent once and never repeated by itself, but where nothing of it can have been carried
/// out. Success means that the tenant accepted it, as the receipt says, not that it changed anything: read
/// again.
///
/// Each takes a `correlation`, which the tenant's log names the call by (`X-Correlation-ID`): up to 64
/// visible ASCII characters. Each throws `APIError`, or `CancellationError`. After a broken connection, a
/// deadline or a cancellation nobody knows whether it was done. `badRequest` without a status means that
/// nothing was sent: an empty list, an empty id, or a correlation that no header can hold.
package protocol AccessWriting: Sendable {
  /// Removes roles, at least one, from a user, by `DELETE /api/v2/users/{id}/roles`; scope
  /// `update:users`.
  @discardableResult
  func removeRoles(_ roles: [RoleID], fromUser user: UserID, correlation: String) async throws
    -> WriteReceipt

  /// Assigns roles, at least one, to a user, by `POST /api/v2/users/{id}/roles`; scopes `update:users`
  /// and `create:role_members`. A user can have 50.
  @discardableResult
  func assignRoles(_ roles: [RoleID], toUser user: UserID, correlation: String) async throws
    -> WriteReceipt

  /// Assigns a role to users, at least one, by `POST /api/v2/roles/{id}/users`; scopes `update:roles`
  /// and `create:role_members`. It fails as a whole where one of them does not exist.
  @discardableResult
  func assignRole(_ role: RoleID, toUsers users: [UserID], correlation: String) async throws
    -> WriteReceipt

  /// Removes roles, at least one, from a member of an organization, by
  /// `DELETE /api/v2/organizations/{id}/members/{user_id}/roles`; scope
  /// `delete:organization_member_roles`. The user's roles of the tenant stay.
  @discardableResult
  func removeRoles(
    _ roles: [RoleID], fromMember user: UserID, of organization: OrganizationID,
    correlation: String
  ) async throws -> WriteReceipt

  /// Assigns roles, at least one, to a member of an organization, by
  /// `POST /api/v2/organizations/{id}/members/{user_id}/roles`; scope
  /// `create:organization_member_roles`. It works for users who are no members too.
  @discardableResult
  func assignRoles(
    _ roles: [RoleID], toMember user: UserID, of organization: OrganizationID, correlation: String
  ) async throws -> WriteReceipt

  /// Grants permissions, at least one, to a user without a role, by
  /// `POST /api/v2/users/{id}/permissions`; scope `update:users`.
  @discardableResult
  func grantPermissions(
    _ permissions: [Permission.Key], toUser user: UserID, correlation: String
  ) async throws -> WriteReceipt

  /// Takes back permissions, at least one, that a user was granted without a role, by
  /// `DELETE /api/v2/users/{id}/permissions`; scope `update:users`. Those that roles give stay.
  @discardableResult
  func revokePermissions(
    _ permissions: [Permission.Key], fromUser user: UserID, correlation: String
  ) async throws -> WriteReceipt

  /// Adds permissions, at least one, to a role, by `POST /api/v2/roles/{id}/permissions`; scope
  /// `update:roles`.
  @discardableResult
  func addPermissions(
    _ permissions: [Permission.Key], toRole role: RoleID, correlation: String
  ) async throws -> WriteReceipt

  /// Removes permissions, at least one, from a role, by `DELETE /api/v2/roles/{id}/permissions`; scope
  /// `update:roles`.
  @discardableResult
  func removePermissions(
    _ permissions: [Permission.Key], fromRole role: RoleID, correlation: String
  ) async throws -> WriteReceipt

  /// Makes a role, by `POST /api/v2/roles`; scope `create:roles`. `conflict` where its name is taken.
  func createRole(_ role: NewRole, correlation: String) async throws -> Role

  /// Changes a role's name or description, by `PATCH /api/v2/roles/{id}`; scope `update:roles`.
  func updateRole(
    _ id: RoleID, _ update: RoleUpdate, correlation: String
  ) async throws -> Role

  /// Deletes a role and takes it from everybody, by `DELETE /api/v2/roles/{id}`; scope `delete:roles`.
  /// A role made anew has another id.
  @discardableResult
  func deleteRole(_ id: RoleID, correlation: String) async throws -> WriteReceipt

  /// Changes an API, by `PATCH /api/v2/resource-servers/{id}`; scope `update:resource_servers`. The
  /// tenant's own are refused with `badRequest`.
  ///
  /// - Parameter id: The API's id or its identifier.
  @discardableResult
  func updateResourceServer(
    _ id: String, _ update: ResourceServerUpdate, correlation: String
  ) async throws -> WriteReceipt

  /// Changes a user, by `PATCH /api/v2/users/{id}`; scope `update:users`. Blocking ends no session and
  /// no access token.
  func updateUser(
    _ id: UserID, _ update: UserUpdate, correlation: String
  ) async throws -> User

  /// Ends a user's sessions soon, by `DELETE /api/v2/users/{user_id}/sessions`; scope
  /// `delete:sessions`. Access tokens live on.
  @discardableResult
  func endSessions(ofUser id: UserID, correlation: String) async throws -> WriteReceipt

  /// Deletes a user's refresh tokens soon, by `DELETE /api/v2/users/{user_id}/refresh-tokens`; scope
  /// `delete:refresh_tokens`. Access tokens live on.
  @discardableResult
  func deleteRefreshTokens(ofUser id: UserID, correlation: String) async throws -> WriteReceipt

  /// Ends a user's sessions and deletes the refresh tokens soon, by
  /// `POST /api/v2/users/{id}/revoke-access`; scopes `delete:sessions` and `delete:refresh_tokens`.
  /// Access tokens live on.
  @discardableResult
  func revokeAccess(ofUser id: UserID, correlation: String) async throws -> WriteReceipt

  /// Lifts what brute-force protection does to a user, by `DELETE /api/v2/user-blocks/{id}`; scope
  /// `update:users`. A block by an administrator stays.
  @discardableResult
  func unblock(user id: UserID, correlation: String) async throws -> WriteReceipt
}
