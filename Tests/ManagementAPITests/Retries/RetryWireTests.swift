import AccessModel
import FoundationEssentials
import Synchronization
import Testing

@testable import ManagementAPI

@Suite("Sending again, over the wire", .timeLimit(.minutes(5)))
struct RetryWireTests {
  private static let target = "GET /api/v2/users-by-email?email=a"
  private static let write = "DELETE /api/v2/users/auth0%7C1/roles"

  /// A clock without pauses, and one on which no deadline passes.
  private struct NoPauses: Clock {
    var now: ContinuousClock.Instant { ContinuousClock.now }
    var minimumResolution: Duration { .zero }
    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
      guard deadline > now.advanced(by: .seconds(30)) else { return }
      for await _ in AsyncStream<Never>.makeStream().stream {}
      throw CancellationError()
    }
  }

  private static func play<Result: Sendable>(
    _ script: Reply..., tokens: (any TokenProviding)? = nil, log: APILog = APILog(),
    _ body: @escaping @Sendable (ManagementClient) async throws -> Result
  ) async throws -> Result {
    try await LoopbackServer.run(script) { server in
      try await server.withClient(settings: { $0.clock = NoPauses() }, tokens: tokens, log: log) {
        try await body($0)
      }
    }
  }

  @Test("Without patience a refusal is thrown at once, and nothing is sent again")
  func impatient() async throws {
    let error = try await Self.play(Reply(to: Self.target, 429, headers: ["retry-after: 0"])) {
      client in
      await #expect(throws: APIError.self) { _ = try await client.users(withEmail: "a") }
    }
    #expect(error?.code == .rateLimited)
  }

  @Test("A patient client sends a refused read and a refused write again, and each just so often")
  func patient() async throws {
    let refusal = ["retry-after: 0"]
    let log = APILog()
    try await Self.play(
      Reply(to: Self.target, 429, headers: refusal), Reply(to: Self.target, 200, "[]"),
      Reply(to: Self.write, 429, headers: refusal), Reply(to: Self.write, 204), log: log
    ) { client in
      let client = client.waiting(atMost: .seconds(60))
      #expect(try await client.users(withEmail: "a").isEmpty)
      try await client.removeRoles(
        [RoleID("rol_1")], fromUser: UserID("auth0|1"), correlation: "run-1")
    }
    #expect(log.calls.map(\.attempt) == [1, 2, 1, 2])
    #expect(log.calls.map(\.status) == [429, 200, 429, 204])
  }

  @Test("A wait that is longer than the patience is not begun; the tenant's refusal is thrown")
  func tooLong() async throws {
    let error = try await Self.play(Reply(to: Self.target, 429, headers: ["retry-after: 50"])) {
      client in
      await #expect(throws: APIError.self) {
        _ = try await client.waiting(atMost: .seconds(20)).users(withEmail: "a")
      }
    }
    #expect(error?.status == 429)
    #expect(error?.retryAt == LoopbackServer.now.addingTimeInterval(50))
  }

  @Test("A read survives a server's failure and a broken connection; a write survives neither")
  func failures() async throws {
    try await Self.play(
      Reply(to: Self.target, 502), Reply(to: Self.target, raw: "HTTP/1.1 200", then: .close),
      Reply(to: Self.target, 200, "[]"), Reply(to: Self.write, 500),
      Reply(to: Self.write, raw: "", then: .close)
    ) { client in
      let client = client.waiting(atMost: .seconds(60))
      let users = try await client.users(withEmail: "a")
      #expect(users.isEmpty)
      for code in [APIError.Code.serverError, .interrupted] {
        let error = await #expect(throws: APIError.self) {
          try await client.removeRoles(
            [RoleID("rol_1")], fromUser: UserID("auth0|1"), correlation: "run-1")
        }
        #expect(error?.code == code)
      }
    }
  }

  private struct TwoTokens: TokenProviding {
    let other: AccessToken?
    func token() async throws -> AccessToken { AccessToken(Secret("a.b.c")) }
    func token(replacing refused: AccessToken) async throws -> AccessToken? {
      #expect(refused.secret.exposed == "a.b.c")
      return other
    }
  }

  @Test("After a 401 another token is asked for, once; without one the refusal is thrown")
  func renewed() async throws {
    let other = AccessToken(Secret("d.e.f"))
    try await LoopbackServer.run([
      Reply(to: Self.target, 401), Reply(to: Self.target, 200, "[]"), Reply(to: Self.target, 401),
      Reply(to: Self.target, 401), Reply(to: Self.target, 401),
    ]) { server in
      try await server.withClient(tokens: TwoTokens(other: other)) { client in
        _ = try await client.users(withEmail: "a")
        let error = await #expect(throws: APIError.self) { try await client.users(withEmail: "a") }
        #expect(error?.code == .unauthorized)
      }
      try await server.withClient(tokens: TwoTokens(other: nil)) { client in
        let error = await #expect(throws: APIError.self) { try await client.users(withEmail: "a") }
        #expect(error?.code == .unauthorized)
      }
      let bearers = server.received.map { $0.contains("Bearer d.e.f") }
      #expect(bearers == [false, true, false, true, false])
    }
  }
}
