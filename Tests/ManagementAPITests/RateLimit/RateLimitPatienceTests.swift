import AccessModel
import FoundationEssentials
import Testing

@testable import ManagementAPI

@Suite("Patience with the rate limit")
struct RateLimitPatienceTests {
  private static let now = LoopbackServer.now

  private static func answer(_ status: Int, _ headers: [String: String] = [:]) -> Answer {
    Answer(status: status, headers: headers, receivedAt: now)
  }

  private static func reset(_ seconds: Int) -> [String: String] {
    [
      "x-ratelimit-limit": "2", "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(Int(now.timeIntervalSince1970) + seconds),
    ]
  }

  @Test(
    "A refusal for the rate limit is waited out, as long as the tenant says and patience lasts",
    arguments: [
      (429, ["retry-after": "3"], Duration.seconds(3)),
      (429, ["retry-after": "0"], .milliseconds(100)),
      (429, reset(2), .seconds(2)),
      // A clock that is behind, and one that is far ahead.
      (429, reset(-90), .milliseconds(100)),
      (429, reset(4_000), .seconds(60)),
      (429, [:], .seconds(1)),
      (503, ["retry-after": "3"], nil),
      (200, reset(2), nil),
      (403, [:], nil),
    ])
  func delays(status: Int, headers: [String: String], expected: Duration?) {
    var patience = RateLimitPatience(.seconds(60))
    #expect(patience.delay(after: Self.answer(status, headers)) == expected)
  }

  @Test("Patience is bounded in time, whatever the number of tries")
  func bounded() {
    var patience = RateLimitPatience(.seconds(5))
    let refusal = Self.answer(429, ["retry-after": "2"])
    #expect(patience.delay(after: refusal) == .seconds(2))
    #expect(patience.delay(after: refusal) == .seconds(2))
    #expect(patience.delay(after: refusal) == nil)
    #expect(patience.left == .seconds(1))
  }

  @Test("Without patience a refusal is thrown at once, and nothing is sent again")
  func impatient() async throws {
    let error = try await LoopbackServer.play(
      Reply(to: "GET /api/v2/users-by-email?email=a", 429, headers: ["retry-after: 0"])
    ) { client in
      await #expect(throws: APIError.self) { _ = try await client.users(withEmail: "a") }
    }
    #expect(error?.code == .rateLimited)
  }

  @Test("A patient client sends a refused read and a refused write again, and each just so often")
  func patient() async throws {
    let path = "DELETE /api/v2/users/auth0%7C1/roles"
    try await LoopbackServer.play(
      Reply(to: "GET /api/v2/users-by-email?email=a", 429, headers: ["retry-after: 0"]),
      Reply(to: "GET /api/v2/users-by-email?email=a", 200, "[]"),
      Reply(to: path, 429, headers: ["retry-after: 0"]), Reply(to: path, 204)
    ) { client in
      let client = client.waiting(atMost: .seconds(60))
      #expect(try await client.users(withEmail: "a").isEmpty)
      try await client.removeRoles(
        [RoleID("rol_1")], fromUser: UserID("auth0|1"), correlation: "run-1")
    }
  }
}
