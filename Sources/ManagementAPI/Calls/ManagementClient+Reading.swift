package import AccessModel

extension ManagementClient: AccessReading {
  package func users(_ query: UserQuery) async throws -> Page<User> {
    try await page(.users(query), query.page, of: query.perPage, reach: { Reach(total: $0) })
  }

  package func users(withEmail email: String) async throws -> [User] {
    try await read(ListAnswer<User>.self, by: .users(withEmail: email)).items
  }

  package func user(_ id: UserID) async throws -> UserDocument {
    let request = try Request(.getUser, [id.rawValue])
    let answer = try await perform(request)
    return UserDocument(
      user: try answer.decoded(User.self, for: request.operation), json: RawJSON(bytes: answer.body)
    )
  }

  package func roles(ofUser id: UserID) async throws -> [Role] {
    try await all(Request(.listUserRoles, [id.rawValue]), by: \.id)
  }

  package func permissions(ofUser id: UserID) async throws -> [Permission] {
    try await all(Request(.listUserPermissions, [id.rawValue]), by: \.self)
  }

  package func organizations(ofUser id: UserID) async throws -> [Organization] {
    try await all(Request(.listUserOrganizations, [id.rawValue]), by: \.id)
  }

  package func logs(ofUser id: UserID, page: Int) async throws -> Page<LogEntry> {
    let newestFirst = [Request.QueryItem("sort", "date:-1")]
    return try await self.page(
      Request(.listUserLogs, [id.rawValue], query: newestFirst), page, of: 100,
      reach: { Reach(total: $0) })
  }

  package func sessions(ofUser id: UserID) async throws -> [UserSession] {
    try await checkpoints { () throws(APIError) in try Request(.listUserSessions, [id.rawValue]) }
      .items()
  }

  package func refreshTokens(ofUser id: UserID) async throws -> [RefreshToken] {
    try await checkpoints { () throws(APIError) in
      try Request(.listUserRefreshTokens, [id.rawValue])
    }.items()
  }

  package func effectiveRoles(ofUser id: UserID) async throws -> [EffectiveRole] {
    try await checkpoints { () throws(APIError) in
      try Request(.listUserEffectiveRoles, [id.rawValue])
    }.items()
  }

  package func groups(givingRole role: RoleID, toUser id: UserID) async throws -> [Group] {
    try await checkpoints { () throws(APIError) in try .groups(givingRole: role, toUser: id) }
      .items()
  }

  package func blocks(ofUser id: UserID) async throws -> [UserBlock] {
    try await read(UserBlockList.self, by: Request(.getUserBlocks, [id.rawValue])).blocks
  }
}
