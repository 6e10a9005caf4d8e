import AccessModel
import Testing

@testable import ManagementAPI

@Suite("The removal of roles, byte for byte", .timeLimit(.minutes(5)))
struct RemoveRolesWireTests {
  private static func call(
    _ path: String, _ body: String, to server: LoopbackServer, correlation: String = "plan-1"
  ) -> String {
    let token = TestToken.text(audience: "http://\(server.domain)/api/v2/")
    return [
      "DELETE \(path) HTTP/1.1", "authorization: Bearer \(token)", "user-agent: rolecall",
      "accept: application/json", "content-type: application/json", "cache-control: no-cache",
      "X-Correlation-ID: \(correlation)", "host: \(server.domain)",
      "Content-Length: \(body.utf8.count)", "Accept-Encoding: deflate, gzip", "", body,
    ].joined(separator: "\r\n")
  }

  @Test(
    "A user's id stays one segment of the path, whatever it holds",
    arguments: [
      ("auth0|abc", "auth0%7Cabc"), ("waad|a/b @x+y", "waad%7Ca%2Fb%20%40x%2By"),
      ("samlp|acme|ü@x", "samlp%7Cacme%7C%C3%BC%40x"), ("..", "%2E%2E"), (".", "%2E"),
      ("a\"b'c", "a%22b%27c"), ("a\nb\r\nc: d", "a%0Ab%0D%0Ac%3A%20d"), ("%7C", "%257C"),
      ("a?b#c;d&e=f", "a%3Fb%23c%3Bd%26e%3Df"),
      ("\u{1F469}\u{200D}\u{1F4BB}", "%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB"),
      ("\0", "%00"), ("-_.~", "-_.~"),
    ])
  func path(id: String, encoded: String) async throws {
    let path = "/api/v2/users/\(encoded)/roles"
    try await LoopbackServer.run([Reply(to: "DELETE \(path)", 204)]) { server in
      try await server.withClient {
        try await $0.removeRoles([RoleID("rol_a")], fromUser: UserID(id), correlation: "plan-1")
      }
      #expect(server.received == [Self.call(path, #"{"roles":["rol_a"]}"#, to: server)])
    }
  }

  @Test(
    "The body names every role, in order",
    arguments: [
      (["rol_a", "rol_b"], #"{"roles":["rol_a","rol_b"]}"#),
      ([#"a"\/b"#, "\n", "ü"], #"{"roles":["a\"\\/b","\n","ü"]}"#),
    ])
  func body(roles: [String], body: String) async throws {
    let path = "/api/v2/users/auth0%7Cabc/roles"
    try await LoopbackServer.run([Reply(to: "DELETE \(path)", 204)]) { server in
      try await server.withClient {
        try await $0.removeRoles(
          roles.map { RoleID($0) }, fromUser: UserID("auth0|abc"), correlation: "plan-1")
      }
      #expect(server.received == [Self.call(path, body, to: server)])
    }
  }

  @Test("A long list of roles is not sent in chunks")
  func long() async throws {
    let roles = (0..<5_000).map { RoleID("rol_\($0)") }
    try await LoopbackServer.run([Reply(to: "DELETE /api/v2/users/u/roles", 204)]) { server in
      try await server.withClient {
        try await $0.removeRoles(roles, fromUser: UserID("u"), correlation: "plan-1")
      }
      let call = try #require(server.received.first)
      #expect(!call.lowercased().contains("transfer-encoding"))
      #expect(call.hasSuffix("\"rol_4999\"]}"))
    }
  }

  @Test("Any 2xx is success, with a body or without", arguments: [200, 201, 202, 204, 299])
  func success(status: Int) async throws {
    let body = status == 204 ? "" : "{}"
    try await LoopbackServer.play(Reply(to: "DELETE /api/v2/users/u/roles", status, body)) {
      try await $0.removeRoles([RoleID("r")], fromUser: UserID("u"), correlation: "c")
    }
  }

  @Test(
    "A write is sent once, whatever comes of it",
    arguments: [
      Reply(to: "DELETE /api/v2/users/u/roles", 429, "{}", headers: ["retry-after: 1"]),
      Reply(to: "DELETE /api/v2/users/u/roles", 503, "{}"),
      Reply(to: "DELETE /api/v2/users/u/roles", 307, headers: ["location: /elsewhere"]),
      Reply(to: "DELETE /api/v2/users/u/roles", raw: "", then: .close),
    ])
  func once(reply: Reply) async throws {
    try await LoopbackServer.run([reply]) { server in
      await #expect(throws: APIError.self) {
        try await server.withClient {
          try await $0.removeRoles([RoleID("r")], fromUser: UserID("u"), correlation: "c")
        }
      }
      #expect(server.received.count == 1)
    }
  }

  @Test(
    "What would be another call, or none, is not sent",
    arguments: [
      ([], "u", "c"), (["r"], "", "c"), (["r"], "u", ""), (["r"], "u", "a\r\nb: c"),
      (["r"], "u", "a b"), (["r"], "u", String(repeating: "c", count: 65)),
    ])
  func refused(roles: [String], user: String, correlation: String) async throws {
    try await LoopbackServer.play { client in
      let error = await #expect(throws: APIError.self) {
        try await client.removeRoles(
          roles.map { RoleID($0) }, fromUser: UserID(user), correlation: correlation)
      }
      #expect(error?.code == .badRequest)
      #expect(error?.status == nil)
    }
  }
}
