import AccessModel
import Testing

@testable import ManagementAPI

@Suite("An export's file over the wire", .timeLimit(.minutes(5)))
struct ExportWireTests {
  private static let users = UserQuery()

  /// What a tenant answers for an export whose file is at these addresses, one after the other.
  private static func tenant(_ locations: String...) -> [Reply] {
    [Reply(to: "POST /api/v2/jobs/users-exports", 200, #"{"id":"job_1","status":"pending"}"#)]
      + locations.map {
        Reply(
          to: "GET /api/v2/jobs/job_1", 200,
          #"{"id":"job_1","status":"completed","location":"\#($0)"}"#)
      }
  }

  private static func read(_ host: LoopbackServer, _ paths: String...) async throws -> [User] {
    let script =
      tenant() + paths.flatMap { tenant("http://\(host.domain)\($0)").dropFirst() }
    return try await LoopbackServer.run(script) { server in
      try await server.withClient { try await $0.everyUser(matching: users, by: .export).items() }
    }
  }

  @Test("A link that has expired is renewed; the other host never sees the token")
  func renewed() async throws {
    let file = "{\"user_id\":\"a|1\"}\n\n{\"user_id\":\"a|2\"}"
    let host = [Reply(to: "GET /a?s=1", 403, "<Error/>"), Reply(to: "GET /b?s=2", 200, file)]
    try await LoopbackServer.run(host) { host in
      let users = try await Self.read(host, "/a?s=1", "/b?s=2")
      #expect(users.map(\.id.rawValue) == ["a|1", "a|2"])
      #expect(host.received.allSatisfy { !$0.lowercased().contains("authorization") })
      #expect(host.received.allSatisfy { !$0.contains(TestToken.canary) })
    }
  }

  @Test(
    "What is no export, or breaks off, is an error and not a short list",
    arguments: [
      (Reply(to: "GET /a", 200, "<html></html>"), APIError.Code.unreadableAnswer),
      (Reply(to: "GET /a", 200, "{\"user_id\":\"a|1\"}\n{\"user_"), .unreadableAnswer),
      (Reply(to: "GET /a", 200, "\u{1F}not gzip"), .unreadableAnswer),
      (Reply(to: "GET /a", 500, ""), .unexpectedStatus),
      (Reply(to: "GET /a", 302, "", headers: ["location: /b"]), .unexpectedStatus),
      (
        Reply(
          to: "GET /a", raw: "HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{\"user_id\":\"a\"}\n",
          then: .close), .interrupted
      ),
    ])
  func broken(reply: Reply, code: APIError.Code) async throws {
    try await LoopbackServer.run([reply]) { host in
      let error = await #expect(throws: APIError.self) { try await Self.read(host, "/a") }
      #expect(error?.code == code)
    }
  }

  @Test("A file that is not https, nor on this machine, is not fetched")
  func plainHTTP() async throws {
    let script = Self.tenant("http://bucket.example/a")
    try await LoopbackServer.run(script) { server in
      let error = await #expect(throws: APIError.self) {
        try await server.withClient {
          try await $0.everyUser(matching: Self.users, by: .export).items()
        }
      }
      #expect(error?.code == .unreadableAnswer)
    }
  }
}
