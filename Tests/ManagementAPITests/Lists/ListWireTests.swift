import AccessModel
import Testing

@testable import ManagementAPI

@Suite("Lists read to their end, over the wire", .timeLimit(.minutes(5)))
struct ListWireTests {
  private static func roles(_ range: Range<Int>) -> String {
    "[" + range.map { #"{"id":"rol_\#($0)","name":"R\#($0)"}"# }.joined(separator: ",") + "]"
  }

  private static func page(
    _ page: Int, perPage: Int = 100, of path: String = "users/auth0%7C1/roles", _ body: String
  ) -> Reply {
    Reply(
      to: "GET /api/v2/\(path)?page=\(page)&per_page=\(perPage)&include_totals=true", 200, body)
  }

  private static func ids(_ script: [Reply]) async throws -> [String] {
    try await LoopbackServer.run(script) { server in
      try await server.withClient { try await $0.roles(ofUser: UserID("auth0|1")) }
    }.map(\.id.rawValue)
  }

  @Test("All pages of a user's roles are read, and none after the total")
  func pages() async throws {
    let ids = try await Self.ids([
      Self.page(0, #"{"roles":\#(Self.roles(0..<100)),"start":0,"limit":100,"total":130}"#),
      Self.page(1, #"{"roles":\#(Self.roles(100..<130)),"start":100,"limit":100,"total":130}"#),
    ])
    #expect(ids == (0..<130).map { "rol_\($0)" })
  }

  @Test("A tenant that gives 50 at a time is asked for 50 at a time")
  func smallerPages() async throws {
    let ids = try await Self.ids([
      Self.page(0, #"{"roles":\#(Self.roles(0..<50)),"start":0,"limit":50,"total":60}"#),
      Self.page(
        1, perPage: 50, #"{"roles":\#(Self.roles(50..<60)),"start":50,"limit":50,"total":60}"#),
    ])
    #expect(ids.count == 60)
  }

  @Test("Bare arrays are read until one is empty")
  func bare() async throws {
    let ids = try await Self.ids([
      Self.page(0, Self.roles(0..<3)), Self.page(1, Self.roles(3..<4)), Self.page(2, "[]"),
    ])
    #expect(ids.count == 4)
  }

  @Test("An empty list is one call")
  func empty() async throws {
    let counted = try await Self.ids([
      Self.page(0, #"{"roles":[],"start":0,"limit":50,"total":0}"#)
    ])
    #expect(counted.isEmpty)
    let bare = try await Self.ids([Self.page(0, "[]")])
    #expect(bare.isEmpty)
  }

  @Test("A page that repeats, though there is more, is an error and not a short list")
  func repeated() async throws {
    let body = #"{"roles":\#(Self.roles(0..<2)),"start":0,"limit":100,"total":9}"#
    try await LoopbackServer.play(Self.page(0, body), Self.page(1, body)) { client in
      let error = await #expect(throws: APIError.self) {
        try await client.roles(ofUser: UserID("auth0|1"))
      }
      #expect(error?.code == .unreadableAnswer)
      #expect(error?.detail == "page 2 of the list repeats what came before")
    }
  }

  @Test("A failure on a later page fails the whole")
  func laterFailure() async throws {
    try await LoopbackServer.play(
      Self.page(0, #"{"roles":\#(Self.roles(0..<100)),"start":0,"limit":100,"total":130}"#),
      Reply(to: "GET /api/v2/users/auth0%7C1/roles?page=1&per_page=100&include_totals=true", 500)
    ) { client in
      let error = await #expect(throws: APIError.self) {
        try await client.roles(ofUser: UserID("auth0|1"))
      }
      #expect(error?.code == .serverError)
    }
  }

  @Test("Every other whole list has its path and its key")
  func others() async throws {
    let permission = #"{"permission_name":"p","resource_server_identifier":"api"}"#
    let counts = #""start":0,"limit":50,"total":1"#
    try await LoopbackServer.play(
      Self.page(0, of: "users/u/permissions", #"{"permissions":[\#(permission)],\#(counts)}"#),
      Self.page(
        0, of: "users/u/organizations", #"{"organizations":[{"id":"org_1","name":"o"}],\#(counts)}"#
      ),
      Self.page(0, of: "roles/r/permissions", #"{"permissions":[\#(permission)],\#(counts)}"#),
      Self.page(
        0, of: "resource-servers",
        #"{"total":1,"start":0,"limit":50,"resource_servers":[{"id":"1","identifier":"api"}]}"#)
    ) { client in
      let expected = [Permission(name: "p", apiName: "api", apiIdentifier: "api")]
      let ofUser = try await client.permissions(ofUser: UserID("u"))
      let organizations = try await client.organizations(ofUser: UserID("u"))
      let ofRole = try await client.permissions(ofRole: RoleID("r"))
      let resourceServers = try await client.resourceServers()
      #expect(ofUser == expected)
      #expect(organizations.map(\.id.rawValue) == ["org_1"])
      #expect(ofRole == expected)
      #expect(resourceServers.map(\.identifier) == ["api"])
    }
  }
}
