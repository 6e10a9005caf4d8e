import Testing

@testable import LocalTenant

@Suite("Roles and APIs over HTTP")
struct RolesTests {
  @Test("Roles are listed by page, and found by a part of their names")
  func roles() async throws {
    try await RunningTenant.run { tenant in
      let first = try await tenant.get("/roles").decoded(as: [RoleBody].self)
      let second = try await tenant.get("/roles?page=1").decoded(as: [RoleBody].self)
      #expect((first + second).map(\.id) == tenant.server.roleIDs())
      let page = try await tenant.get("/roles?include_totals=true&per_page=1")
      #expect(page.text.hasPrefix(#"{"roles":[{"id":"rol_"#))
      #expect(page.text.hasSuffix(#"],"start":0,"limit":1,"total":80}"#))
      let found = try await tenant.get("/roles?name_filter=break%20GLASS").decoded(
        as: [RoleBody].self)
      #expect(found.map(\.name) == ["Break Glass Admin"])
    }
  }

  @Test("One role, what it permits, and one that does not exist")
  func role() async throws {
    try await RunningTenant.run { tenant in
      let id = try tenant.roleID("Support")
      #expect(
        try await tenant.get("/roles/\(id)").text
          == #"{"id":"\#(id)","name":"Support","description":"Reads tickets and users"}"#)
      let permissions = try await tenant.get(
        "/roles/\(id)/permissions?include_totals=true&per_page=1")
      #expect(
        permissions.text
          == #"{"permissions":[{"permission_name":"read:tickets","description":"Read tickets","resource_server_name":"People API","resource_server_identifier":"https://people.acme.example/"}],"start":0,"limit":1,"total":4}"#
      )
      #expect(
        try await tenant.get("/roles/rol_0000000000000000").text
          == #"{"statusCode":404,"error":"Not Found","message":"The role does not exist."}"#)
      #expect(
        try await tenant.get("/roles/rol_0000000000000000/users").text
          == #"{"statusCode":404,"error":"Not Found","message":"Role not found."}"#)
    }
  }

  @Test("Members are listed in the order in which they got the role, in three modes")
  func members() async throws {
    try await RunningTenant.run { tenant in
      let id = try tenant.roleID("Employee")
      let expected = tenant.server.users(withRole: id)
      let bare = try await tenant.get("/roles/\(id)/users?per_page=100")
      #expect(try bare.decoded(as: [UserBody].self).map(\.userId) == expected)
      let page = try await tenant.get("/roles/\(id)/users?include_totals=true&per_page=1")
      #expect(page.text.hasPrefix(#"{"users":[{"user_id":"\#(expected[0])","email":""#))
      #expect(page.text.hasSuffix(#"],"start":0,"limit":1,"total":\#(expected.count)}"#))
      var walked: [String] = []
      var next: String?
      repeat {
        let from = next.map { "&from=\($0)" } ?? ""
        // The checkpoint wins where both ways of paging are asked for.
        let answer = try await tenant.get(
          "/roles/\(id)/users?take=7\(from)&include_totals=true&per_page=50")
        #expect(!answer.text.contains(#""total""#))
        let page = try answer.decoded(as: MembersCheckpoint.self)
        #expect(!page.users.isEmpty)
        walked += page.users.map(\.userId)
        next = page.next
      } while next != nil
      #expect(walked == expected)
    }
  }

  @Test("A checkpoint stays good while members before and after it leave")
  func checkpointWhileRemoving() async throws {
    try await RunningTenant.run { tenant in
      let id = try tenant.roleID("Employee")
      let all = tenant.server.users(withRole: id)
      let first = try await tenant.get("/roles/\(id)/users?take=3").decoded(
        as: MembersCheckpoint.self)
      for user in all.prefix(4) { tenant.server.removeRoles([id], fromUser: user) }
      let next = try #require(first.next)
      let second = try await tenant.get("/roles/\(id)/users?take=100&from=\(next)").decoded(
        as: MembersCheckpoint.self)
      #expect(second.users.map(\.userId) == Array(all.dropFirst(4)))
      #expect(second.next == nil)
    }
  }

  @Test("The wall of a role's members, and a cursor that is none")
  func memberWall() async throws {
    try await RunningTenant.run { tenant in
      let id = try tenant.roleID("Employee")
      #expect(
        try await tenant.get("/roles/\(id)/users?page=10&per_page=100").text
          == #"{"statusCode":400,"error":"Bad Request","message":"Requesting page 10 exceeds the allowed maximum of 1000 records. To fetch results beyond 1000, use the checkpoint pagination method.","errorCode":"invalid_paging"}"#
      )
      for query in ["take=1&from=nonsense", "take=0", "take=101"] {
        #expect(try await tenant.get("/roles/\(id)/users?\(query)").status == 400)
      }
    }
  }

  @Test("A role that is deleted is gone from everybody")
  func deletedRole() async throws {
    try await RunningTenant.run { tenant in
      let id = try tenant.roleID("Support")
      #expect(tenant.server.deleteRole(id))
      #expect(!tenant.server.deleteRole(id))
      #expect(try await tenant.get("/roles/\(id)").status == 404)
      #expect(!tenant.server.roles(ofUser: RunningTenant.ana).contains(id))
    }
  }

  @Test("APIs are found by id and by identifier, and say whether RBAC is on")
  func resourceServers() async throws {
    struct ServerBody: Decodable {
      var id: String
      var name: String
      var identifier: String
      var tokenLifetime: Int
      var enforcePolicies: Bool?
      var isSystem: Bool?
    }
    try await RunningTenant.run { tenant in
      let servers = try await tenant.get("/resource-servers").decoded(as: [ServerBody].self)
      #expect(
        servers.map(\.name)
          == ["Auth0 Management API", "Billing API", "People API", "Reports API"])
      #expect(servers.map(\.enforcePolicies) == [nil, true, true, nil])
      #expect(servers[0].isSystem == true)
      #expect(servers[0].identifier == tenant.address.audience)
      #expect(servers[1].tokenLifetime == 86_400)
      for name in [servers[1].id, "https://billing.acme.example/".escaped] {
        let server = try await tenant.get("/resource-servers/\(name)").decoded(as: ServerBody.self)
        #expect(server.id == servers[1].id)
      }
      let page = try await tenant.get("/resource-servers?include_totals=true&per_page=1")
      #expect(page.text.hasPrefix(#"{"total":4,"start":0,"limit":1,"resource_servers":[{"#))
      #expect(try await tenant.get("/resource-servers/none").status == 404)
      #expect(try await tenant.get("/tenants/settings").text.contains(#""friendly_name""#))
    }
  }
}
