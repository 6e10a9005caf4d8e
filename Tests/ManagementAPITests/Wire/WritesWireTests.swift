import AccessModel
import Testing

@testable import ManagementAPI

@Suite("Every write, byte for byte", .timeLimit(.minutes(5)))
struct WritesWireTests {
  /// A write, and what it must put on the wire.
  struct Write: Sendable, CustomTestStringConvertible {
    let operation: Operation
    let line: String
    /// The body; `nil` for none.
    let body: String?
    /// What the tenant answers, where the call reads it.
    let answer: String
    let send: @Sendable (any AccessWriting) async throws -> Void

    init(
      _ operation: Operation, _ line: String, _ body: String?, answer: String = "{}",
      _ send: @escaping @Sendable (any AccessWriting) async throws -> Void
    ) {
      self.operation = operation
      self.line = line
      self.body = body
      self.answer = answer
      self.send = send
    }

    var testDescription: String { line }
  }

  private static let user = UserID("waad|a/b @x+y")
  private static let path = "/api/v2/users/waad%7Ca%2Fb%20%40x%2By"
  private static let role = RoleID("rol_1")
  private static let organization = OrganizationID("org_1")
  private static let permissions = [
    Permission.Key(api: "https://billing/", name: "read:invoices"),
    Permission.Key(api: "https://billing/", name: "a\"b"),
  ]
  private static let permissionsBody =
    #"{"permissions":[{"permission_name":"read:invoices","resource_server_identifier":"https://billing/"},"#
    + #"{"permission_name":"a\"b","resource_server_identifier":"https://billing/"}]}"#
  private static let memberPath =
    "/api/v2/organizations/org_1/members/waad%7Ca%2Fb%20%40x%2By/roles"

  private static let writes: [Write] = [
    Write(.removeUserRoles, "DELETE \(path)/roles", #"{"roles":["rol_1","rol_2"]}"#) {
      try await $0.removeRoles([role, RoleID("rol_2")], fromUser: user, correlation: "plan-1")
    },
    Write(.assignUserRoles, "POST \(path)/roles", #"{"roles":["rol_1"]}"#) {
      try await $0.assignRoles([role], toUser: user, correlation: "plan-1")
    },
    Write(
      .assignRoleUsers, "POST /api/v2/roles/rol_1/users",
      #"{"users":["waad|a/b @x+y","auth0|1"]}"#
    ) {
      try await $0.assignRole(role, toUsers: [user, UserID("auth0|1")], correlation: "plan-1")
    },
    Write(.removeOrganizationMemberRoles, "DELETE \(memberPath)", #"{"roles":["rol_1"]}"#) {
      try await $0.removeRoles([role], fromMember: user, of: organization, correlation: "plan-1")
    },
    Write(.assignOrganizationMemberRoles, "POST \(memberPath)", #"{"roles":["rol_1"]}"#) {
      try await $0.assignRoles([role], toMember: user, of: organization, correlation: "plan-1")
    },
    Write(.assignUserPermissions, "POST \(path)/permissions", permissionsBody) {
      try await $0.grantPermissions(permissions, toUser: user, correlation: "plan-1")
    },
    Write(.removeUserPermissions, "DELETE \(path)/permissions", permissionsBody) {
      try await $0.revokePermissions(permissions, fromUser: user, correlation: "plan-1")
    },
    Write(.addRolePermissions, "POST /api/v2/roles/rol_1/permissions", permissionsBody) {
      try await $0.addPermissions(permissions, toRole: role, correlation: "plan-1")
    },
    Write(.removeRolePermissions, "DELETE /api/v2/roles/rol_1/permissions", permissionsBody) {
      try await $0.removePermissions(permissions, fromRole: role, correlation: "plan-1")
    },
    Write(
      .createRole, "POST /api/v2/roles", #"{"description":"a/b","name":"R"}"#,
      answer: #"{"id":"rol_1"}"#
    ) {
      _ = try await $0.createRole(NewRole(name: "R", description: "a/b"), correlation: "plan-1")
    },
    Write(
      .createRole, "POST /api/v2/roles", #"{"name":"R"}"#, answer: #"{"id":"rol_1"}"#
    ) {
      _ = try await $0.createRole(NewRole(name: "R"), correlation: "plan-1")
    },
    Write(
      .updateRole, "PATCH /api/v2/roles/rol_1", #"{"description":""}"#, answer: #"{"id":"rol_1"}"#
    ) {
      _ = try await $0.updateRole(role, RoleUpdate(description: ""), correlation: "plan-1")
    },
    Write(.deleteRole, "DELETE /api/v2/roles/rol_1", nil) {
      try await $0.deleteRole(role, correlation: "plan-1")
    },
    Write(
      .updateResourceServer, "PATCH /api/v2/resource-servers/https%3A%2F%2Fbilling%2F",
      #"{"enforce_policies":true,"token_dialect":"access_token_authz"}"#,
      answer: #"{"identifier":"https://billing/"}"#
    ) {
      let update = ResourceServerUpdate(
        enforcesPolicies: true, tokenDialect: .accessTokenWithPermissions)
      _ = try await $0.updateResourceServer("https://billing/", update, correlation: "plan-1")
    },
    Write(
      .updateResourceServer, "PATCH /api/v2/resource-servers/63d1",
      #"{"allow_offline_access":false,"name":"B","scopes":[{"description":"","value":"r"}],"token_lifetime":60}"#,
      answer: #"{"identifier":"https://billing/"}"#
    ) {
      let update = ResourceServerUpdate(
        name: "B", scopes: [.init(value: "r")], tokenLifetime: 60, allowsOfflineAccess: false)
      _ = try await $0.updateResourceServer("63d1", update, correlation: "plan-1")
    },
    Write(.updateUser, "PATCH \(path)", #"{"blocked":true}"#, answer: #"{"user_id":"a|1"}"#) {
      _ = try await $0.updateUser(user, UserUpdate(isBlocked: true), correlation: "plan-1")
    },
    Write(
      .updateUser, "PATCH \(path)",
      #"{"email":"a@b","email_verified":false,"family_name":"L","given_name":"A","name":"A L","nickname":"a"}"#,
      answer: #"{"user_id":"a|1"}"#
    ) {
      let update = UserUpdate(
        email: "a@b", isEmailVerified: false, name: "A L", nickname: "a", givenName: "A",
        familyName: "L")
      _ = try await $0.updateUser(user, update, correlation: "plan-1")
    },
    Write(.deleteUserSessions, "DELETE \(path)/sessions", nil) {
      try await $0.endSessions(ofUser: user, correlation: "plan-1")
    },
    Write(.deleteUserRefreshTokens, "DELETE \(path)/refresh-tokens", nil) {
      try await $0.deleteRefreshTokens(ofUser: user, correlation: "plan-1")
    },
    Write(.revokeUserAccess, "POST \(path)/revoke-access", "{}") {
      try await $0.revokeAccess(ofUser: user, correlation: "plan-1")
    },
    Write(
      .unblockUser, "DELETE /api/v2/user-blocks/waad%7Ca%2Fb%20%40x%2By", nil
    ) {
      try await $0.unblock(user: user, correlation: "plan-1")
    },
  ]

  @Test("No write is left out")
  func complete() {
    let covered = Set(Self.writes.map(\.operation))
    #expect(covered == Set(Operation.allCases.filter(\.isWrite)))
  }

  @Test("Each has its path, its head and its body", arguments: writes)
  func bytes(write: Write) async throws {
    let reply = Reply(to: write.line, 200, write.answer)
    try await LoopbackServer.run([reply]) { server in
      try await server.withClient { try await write.send($0) }
      let call = try #require(server.received.first)
      let parts = call.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
      let head = parts[0].split(separator: "\r\n").map(String.init)
      #expect(parts.count == 2 && parts[1] == write.body ?? "")
      let token = TestToken.text(audience: "http://\(server.domain)/api/v2/")
      var expected: Set = [
        "\(write.line) HTTP/1.1", "authorization: Bearer \(token)", "accept: application/json",
        "cache-control: no-cache", "X-Correlation-ID: plan-1", "host: \(server.domain)",
      ]
      if let body = write.body {
        expected.formUnion(["content-type: application/json", "Content-Length: \(body.utf8.count)"])
      }
      #expect(expected.subtracting(head).isEmpty)
      #expect(head.contains { $0.lowercased().hasPrefix("content-type:") } == (write.body != nil))
      #expect(!head.contains { $0.lowercased().hasPrefix("transfer-encoding:") })
    }
  }

  @Test("Any 2xx is success, with a body or without", arguments: [200, 201, 202, 204, 299])
  func success(status: Int) async throws {
    let silent = Self.writes.filter { $0.answer == "{}" }
    for write in silent {
      let reply = Reply(to: write.line, status, status == 204 ? "" : "{}")
      try await LoopbackServer.play(reply) { try await write.send($0) }
    }
  }

  @Test("A 204 that comes with a body is success, and the connection is not used for what follows")
  func noContentWithBody() async throws {
    let line = "DELETE \(Self.path)/sessions"
    let odd = Reply(
      to: line, raw: "HTTP/1.1 204 No Content\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}",
      then: .close)
    try await LoopbackServer.play(odd) {
      try await $0.endSessions(ofUser: Self.user, correlation: "plan-1")
    }
  }

  @Test(
    "What says nothing is not sent",
    arguments: [
      Write(.assignUserRoles, "no role was named", nil) {
        try await $0.assignRoles([], toUser: user, correlation: "c")
      },
      Write(.assignUserRoles, "a role's id is empty", nil) {
        try await $0.assignRoles([role, RoleID("")], toUser: user, correlation: "c")
      },
      Write(.assignRoleUsers, "no user was named", nil) {
        try await $0.assignRole(role, toUsers: [], correlation: "c")
      },
      Write(.assignRoleUsers, "a user's id is empty", nil) {
        try await $0.assignRole(role, toUsers: [UserID("")], correlation: "c")
      },
      Write(.removeOrganizationMemberRoles, "no role was named", nil) {
        try await $0.removeRoles([], fromMember: user, of: organization, correlation: "c")
      },
      Write(.removeOrganizationMemberRoles, "the id is empty", nil) {
        try await $0.removeRoles([role], fromMember: UserID(""), of: organization, correlation: "c")
      },
      Write(.assignUserPermissions, "no permission was named", nil) {
        try await $0.grantPermissions([], toUser: user, correlation: "c")
      },
      Write(.addRolePermissions, "a permission lacks its name or its API", nil) {
        try await $0.addPermissions(
          [Permission.Key(api: "", name: "a")], toRole: role, correlation: "c")
      },
      Write(.createRole, "the role has no name", nil) {
        _ = try await $0.createRole(NewRole(name: ""), correlation: "c")
      },
      Write(.updateRole, "nothing is to change", nil) {
        _ = try await $0.updateRole(role, RoleUpdate(), correlation: "c")
      },
      Write(.updateUser, "nothing is to change", nil) {
        _ = try await $0.updateUser(user, UserUpdate(), correlation: "c")
      },
      Write(.updateResourceServer, "nothing is to change", nil) {
        _ = try await $0.updateResourceServer("id", ResourceServerUpdate(), correlation: "c")
      },
      Write(.deleteRole, "the id is empty", nil) {
        try await $0.deleteRole(RoleID(""), correlation: "c")
      },
      Write(.deleteRole, "the correlation id is not plain text", nil) {
        try await $0.deleteRole(role, correlation: "a b")
      },
    ])
  func refused(write: Write) async throws {
    try await LoopbackServer.play { client in
      _ = await #expect(throws: APIError(.badRequest, write.operation, message: write.line)) {
        try await write.send(client)
      }
    }
  }
}
