import AccessModel
import FoundationEssentials
import Testing

@testable import ManagementAPI

@Suite("The log of calls", .timeLimit(.minutes(5)))
struct APILogTests {
  private static func call(_ attempt: Int) -> APICall {
    APICall(
      number: 0, operation: .listUsers, method: "GET", path: "/api/v2/users",
      startedAt: .distantPast,
      duration: .milliseconds(12.34), attempt: attempt, status: 200)
  }

  /// A new folder, which is removed afterwards.
  private static func withFolder(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/api-log-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test("The last 1,000 calls are kept, in their order")
  func ring() {
    let log = APILog()
    for attempt in 1...2_345 { log.note(Self.call(attempt)) }
    #expect(log.calls.map(\.attempt) == Array(1_346...2_345))
    #expect(log.calls.map(\.number) == Array(1_346...2_345))
  }

  @Test("A call is noted without token, values of the query and body")
  func redacted() async throws {
    let log = APILog()
    try await LoopbackServer.run([
      Reply(
        to: "GET /api/v2/users-by-email?email=ana%40acme.example", 200, "[]",
        headers: ["x-ratelimit-limit: 10", "x-ratelimit-remaining: 7"])
    ]) { server in
      try await server.withClient(log: log) { client in
        _ = try await client.users(withEmail: "ana@acme.example")
      }
    }
    let call = try #require(log.calls.first)
    #expect(call.path == "/api/v2/users-by-email?email=…")
    #expect(call.method == "GET")
    #expect(call.status == 200)
    #expect(call.remaining == 7)
    #expect(!"\(log.calls)".contains("acme.example"))
    #expect(!"\(log.calls)".contains(TestToken.canary))
  }

  @Test("A file gets a line a call, is its owner's alone, and is gone on with")
  func file() throws {
    try Self.withFolder { folder in
      let path = folder + "/calls.jsonl"
      for _ in 0..<2 {
        let log = APILog(file: try APILogFile(path: path))
        log.note(Self.call(1))
      }
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines.first?.contains(#""milliseconds":12.3"#) == true)
    }
  }

  @Test("A file that others may read, a link and a folder are refused")
  func refused() throws {
    try Self.withFolder { folder in
      let path = folder + "/calls.jsonl"
      try Data().write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      let open = #expect(throws: APILogFile.Failure.self) { try APILogFile(path: path) }
      #expect(open?.description.contains("others") == true)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: folder + "/elsewhere")
      #expect(throws: APILogFile.Failure.self) { try APILogFile(path: folder + "/link") }
      #expect(throws: APILogFile.Failure.self) { try APILogFile(path: folder) }
      #expect(throws: APILogFile.Failure.self) { try APILogFile(path: folder + "/no/such") }
    }
  }
}
