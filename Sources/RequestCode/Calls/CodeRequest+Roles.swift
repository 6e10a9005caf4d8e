package import AccessModel

extension CodeRequest {
  /// The call that takes roles from a user: `DELETE /api/v2/users/{id}/roles`; scope `update:users`.
  ///
  /// - Parameter roles: At least one.
  package static func removal(
    of roles: [RoleID], from user: UserID, domain: String
  ) -> CodeRequest {
    CodeRequest(
      .delete, domain: domain, path: ["users", user.rawValue, "roles"],
      body: ASCIIJSON(roles: roles).text)
  }

  /// The call that gives roles to a user: `POST /api/v2/users/{id}/roles`; scopes `update:users` and
  /// `create:role_members`.
  ///
  /// - Parameter roles: At least one.
  package static func assignment(
    of roles: [RoleID], to user: UserID, domain: String
  ) -> CodeRequest {
    CodeRequest(
      .post, domain: domain, path: ["users", user.rawValue, "roles"],
      body: ASCIIJSON(roles: roles).text)
  }
}
