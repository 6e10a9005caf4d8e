package import AccessModel

extension ManagementClient: AccessReading {
  package func users(_ query: UserQuery) async throws -> Page<User> {
    try await page(of: User.self, by: .users(query), start: query.page * query.perPage)
  }

  package func users(withEmail email: String) async throws -> [User] {
    try await read(ListAnswer<User>.self, by: .users(withEmail: email)).items
  }

  package func user(_ id: UserID) async throws -> UserDocument {
    try require(id.rawValue, for: .getUser)
    let request = Request.user(id)
    let answer = try await perform(request)
    return UserDocument(
      user: try answer.decoded(User.self, for: request.operation), json: RawJSON(bytes: answer.body)
    )
  }

  package func roles(ofUser id: UserID) async throws -> [Role] {
    try require(id.rawValue, for: .listUserRoles)
    return try await all(by: \.id) { .roles(ofUser: id, page: $0, perPage: $1) }
  }

  package func permissions(ofUser id: UserID) async throws -> [Permission] {
    try require(id.rawValue, for: .listUserPermissions)
    return try await all(by: \.self) { .permissions(ofUser: id, page: $0, perPage: $1) }
  }

  package func organizations(ofUser id: UserID) async throws -> [Organization] {
    try require(id.rawValue, for: .listUserOrganizations)
    return try await all(by: \.id) { .organizations(ofUser: id, page: $0, perPage: $1) }
  }

  package func permissions(ofRole id: RoleID) async throws -> [Permission] {
    try require(id.rawValue, for: .listRolePermissions)
    return try await all(by: \.self) { .permissions(ofRole: id, page: $0, perPage: $1) }
  }

  package func members(ofRole id: RoleID, perPage: Int) async throws -> Page<RoleMember> {
    try require(id.rawValue, for: .listRoleUsers)
    return try await page(
      of: RoleMember.self, by: .members(ofRole: id, page: 0, perPage: perPage), start: 0)
  }

  package func resourceServers() async throws -> [ResourceServer] {
    try await all(by: \.identifier) { .resourceServers(page: $0, perPage: $1) }
  }
}
