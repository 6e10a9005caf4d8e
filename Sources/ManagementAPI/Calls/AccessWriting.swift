package import AccessModel

/// What the program changes in a tenant; apart from ``AccessReading``, so that a program that may only
/// read is not given it.
package protocol AccessWriting: Sendable {
  /// Removes roles from a user, by `DELETE /api/v2/users/{id}/roles`; scope `update:users`.
  ///
  /// It is sent once and never repeated by itself. Success means that the tenant accepted it, not that
  /// the roles were held, nor that they are gone: read them again.
  ///
  /// - Parameters:
  ///   - roles: The roles, at least one.
  ///   - user: The user.
  ///   - correlation: What the tenant's log will name the call by (`X-Correlation-ID`): up to 64
  ///     visible ASCII characters.
  /// - Throws: `APIError`, or `CancellationError`. After a broken connection, a deadline or a
  ///   cancellation nobody knows whether the roles are gone. `badRequest` without a status means that
  ///   nothing was sent: no role, no user, or a correlation that no header can hold.
  func removeRoles(_ roles: [RoleID], fromUser user: UserID, correlation: String) async throws
}
