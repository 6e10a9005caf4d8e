import AccessModel
import FoundationEssentials
import Testing

@testable import ManagementAPI

@Suite("Waiting for the next call", .timeLimit(.minutes(5)))
struct APILogWaitingTests {
  private static func call(_ attempt: Int) -> APICall {
    APICall(
      number: 0, operation: .listUsers, method: "GET", path: "/api/v2/users",
      startedAt: .distantPast, duration: .zero, attempt: attempt, status: 200)
  }

  @Test("Calls that are there already are given at once")
  func atOnce() async throws {
    let log = APILog()
    for attempt in 1...5 { log.note(Self.call(attempt)) }
    #expect(try await log.calls(after: 3).map(\.number) == [4, 5])
    #expect(try await log.calls(after: 0).count == 5)
  }

  @Test("Whoever waits is told of the next call, however many wait")
  func next() async throws {
    let log = APILog()
    log.note(Self.call(1))
    async let first = log.calls(after: 1)
    async let second = log.calls(after: 1)
    async let third = log.calls(after: 2)
    // One call tells two of them; the other one waits on.
    log.note(Self.call(2))
    #expect(try await first.map(\.number).first == 2)
    #expect(try await second.map(\.number).first == 2)
    log.note(Self.call(3))
    #expect(try await third.map(\.number) == [3])
  }

  @Test("Who does not wait any more is told nothing")
  func cancelled() async throws {
    let log = APILog()
    let task = Task { try await log.calls(after: 0) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    log.note(Self.call(1))
    #expect(try await log.calls(after: 0).count == 1)
  }

  @Test("The query is kept for the screen as it was meant, and whether there was a body")
  func query() async throws {
    let log = APILog()
    try await LoopbackServer.run([
      Reply(to: "GET /api/v2/users-by-email?email=ana%40acme.example", 200, "[]"),
      Reply(to: "DELETE /api/v2/roles/rol_1", 204, ""),
    ]) { server in
      try await server.withClient(log: log) { client in
        _ = try await client.users(withEmail: "ana@acme.example")
        _ = try await client.deleteRole(RoleID("rol_1"), correlation: "c")
      }
    }
    #expect(log.calls.map(\.query) == [[.init("email", "ana@acme.example")], []])
    #expect(log.calls.map(\.hasBody) == [false, false])
  }
}
