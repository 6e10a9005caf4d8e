package import AccessModel

extension ManagementClient: AccessWriting {
  package func removeRoles(
    _ roles: [RoleID], fromUser user: UserID, correlation: String
  ) async throws {
    try require(user.rawValue, for: .removeUserRoles)
    _ = try await perform(.removeRoles(roles, fromUser: user, correlation: correlation))
  }

  /// Refuses an empty id, whose path would be that of another call.
  func require(_ id: String, for operation: Operation) throws(APIError) {
    guard id.isEmpty else { return }
    throw APIError(.badRequest, operation, message: "the id is empty")
  }
}
