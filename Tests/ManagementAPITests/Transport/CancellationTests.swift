import AccessModel
import Testing

@testable import ManagementAPI

@Suite("Cancellation and deadlines", .timeLimit(.minutes(5)))
struct CancellationTests {
  private static let target = "GET /api/v2/users-by-email?email=a"
  private static let halfBody =
    "HTTP/1.1 200 OK\r\nx-ratelimit-limit: 1\r\nx-ratelimit-remaining: 1\r\n"
    + "content-length: 40\r\n\r\n["

  @Test(
    "A cancelled read ends at once, before the head and within the body", arguments: ["", halfBody])
  func cancelled(raw: String) async throws {
    try await LoopbackServer.run([Reply(to: Self.target, raw: raw, then: .silence)]) { server in
      try await server.withClient { client in
        let task = Task { try await client.users(withEmail: "a") }
        for await _ in server.arrivals { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
      }
    }
  }

  @Test("A cancelled write is a cancellation as well, of which nobody knows what it did")
  func cancelledWrite() async throws {
    let reply = Reply(to: "DELETE /api/v2/users/u/roles", raw: "", then: .silence)
    try await LoopbackServer.run([reply]) { server in
      try await server.withClient { client in
        let task = Task {
          try await client.removeRoles([RoleID("r")], fromUser: UserID("u"), correlation: "c")
        }
        for await _ in server.arrivals { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
      }
    }
  }

  @Test("A task that was cancelled before sends nothing")
  func cancelledBefore() async throws {
    try await LoopbackServer.play { client in
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await client.roles(ofUser: UserID("u"))
      }
      await #expect(throws: CancellationError.self) { try await task.value }
    }
  }

  @Test("The deadline covers the wait for the head")
  func deadlineBeforeHead() async throws {
    try await LoopbackServer.run([Reply(to: Self.target, raw: "", then: .silence)]) { server in
      let clock = SignalClock()
      try await server.withClient(settings: { $0.clock = clock }) { client in
        async let error = #expect(throws: APIError.self) {
          try await client.users(withEmail: "a")
        }
        for await _ in server.arrivals { break }
        clock.pass()
        #expect(await error == APIError(.timedOut, .listUsersByEmail))
      }
    }
  }

  @Test("The deadline covers the body, which the client's own does not")
  func deadlineInBody() async throws {
    try await LoopbackServer.run([Reply(to: Self.target, raw: Self.halfBody, then: .silence)]) {
      server in
      let clock = SignalClock()
      try await server.withClient(
        settings: { $0.clock = clock }, observer: { _ in clock.pass() }
      ) { client in
        let error = await #expect(throws: APIError.self) {
          try await client.users(withEmail: "a")
        }
        #expect(error == APIError(.timedOut, .listUsersByEmail))
      }
    }
  }

  @Test("A tenant that falls silent within the body is given up")
  func readTimeout() async throws {
    try await LoopbackServer.run([Reply(to: Self.target, raw: Self.halfBody, then: .silence)]) {
      server in
      try await server.withClient(settings: { $0.limits.read = .milliseconds(1) }) { client in
        let error = await #expect(throws: APIError.self) {
          try await client.users(withEmail: "a")
        }
        #expect(error == APIError(.timedOut, .listUsersByEmail))
        for await _ in server.arrivals { break }
      }
    }
  }
}
