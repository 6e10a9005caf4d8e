import AccessModel

extension Request {
  /// The body of a change to who has which roles.
  private struct Roles: Encodable {
    var roles: [RoleID]
  }

  /// The body of a change to who holds a role.
  private struct Users: Encodable {
    var users: [UserID]
  }

  /// The body of a change to permissions.
  private struct Permissions: Encodable {
    var permissions: [Permission.Key]
  }

  /// The body that leaves everything to the tenant.
  private struct Nothing: Encodable {}

  /// A write of roles, at least one.
  static func write(
    _ operation: Operation, _ ids: [String], roles: [RoleID], correlation: String
  ) throws(APIError) -> Request {
    guard !roles.isEmpty else { throw refusal(of: operation, "no role was named") }
    guard !roles.contains(where: \.rawValue.isEmpty) else {
      throw refusal(of: operation, "a role's id is empty")
    }
    return try Request(operation, ids, body: Roles(roles: roles), correlation: correlation)
  }

  /// The assignment of a role to users, at least one.
  static func assignRole(
    _ role: RoleID, toUsers users: [UserID], correlation: String
  ) throws(APIError) -> Request {
    guard !users.isEmpty else { throw refusal(of: .assignRoleUsers, "no user was named") }
    guard !users.contains(where: \.rawValue.isEmpty) else {
      throw refusal(of: .assignRoleUsers, "a user's id is empty")
    }
    return try Request(
      .assignRoleUsers, [role.rawValue], body: Users(users: users), correlation: correlation)
  }

  /// A write of permissions, at least one.
  static func write(
    _ operation: Operation, _ ids: [String], permissions: [Permission.Key], correlation: String
  ) throws(APIError) -> Request {
    guard !permissions.isEmpty else { throw refusal(of: operation, "no permission was named") }
    guard !permissions.contains(where: { $0.api.isEmpty || $0.name.isEmpty }) else {
      throw refusal(of: operation, "a permission lacks its name or its API")
    }
    return try Request(
      operation, ids, body: Permissions(permissions: permissions), correlation: correlation)
  }

  /// The making of a role.
  static func createRole(_ role: NewRole, correlation: String) throws(APIError) -> Request {
    guard !role.name.isEmpty else { throw refusal(of: .createRole, "the role has no name") }
    return try Request(.createRole, body: role, correlation: correlation)
  }

  /// A change of some fields, at least one.
  static func update<Update: Encodable & Equatable>(
    _ operation: Operation, _ id: String, _ update: Update, unless nothing: Update,
    correlation: String
  ) throws(APIError) -> Request {
    guard update != nothing else { throw refusal(of: operation, "nothing is to change") }
    return try Request(operation, [id], body: update, correlation: correlation)
  }

  /// The end of all that a user is signed in to.
  static func revokeAccess(
    ofUser user: UserID, correlation: String
  ) throws(APIError) -> Request {
    try Request(
      .revokeUserAccess, [user.rawValue], body: Nothing(), correlation: correlation)
  }

  private static func refusal(of operation: Operation, _ reason: String) -> APIError {
    APIError(.badRequest, operation, message: reason)
  }
}
