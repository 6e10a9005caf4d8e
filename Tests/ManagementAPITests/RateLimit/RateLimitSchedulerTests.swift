import AccessModel
import Testing

@testable import ManagementAPI

@Suite("Waiting for a turn", .timeLimit(.minutes(5)))
struct RateLimitSchedulerTests {
  private let clock = ManualClock()
  private let scheduler: RateLimitScheduler

  init() { scheduler = RateLimitScheduler(clock: clock) }

  private func turn(
    _ priority: CallPriority = .person, deadline: Seconds = .infinity
  ) async throws -> RateLimitSchedule.Turn {
    try await scheduler.turn(
      for: .listUsers, priority: priority, share: 100, deadline: deadline)
  }

  private func say(left: Int, of limit: Int = 2, _ turn: RateLimitSchedule.Turn) {
    scheduler.take(
      RateLimitReading(limit: limit, remaining: left, reset: Int(clock.now()) + 91), for: turn)
  }

  @Test("The first call goes at once, the second once it was answered, and each only once")
  func first() async throws {
    let first = try await turn()
    async let second = turn()
    while scheduler.waiting == 0 { await Task.yield() }
    say(left: 1, first)
    say(left: 0, first)
    _ = try await second
    #expect(scheduler.waiting == 0)
  }

  @Test("A spent bucket is waited for, not longer than until it is filled again")
  func spent() async throws {
    say(left: 0, try await turn())
    async let next = turn()
    while scheduler.waiting == 0 { await Task.yield() }
    clock.advance(by: 1.01)
    _ = try await next
  }

  @Test("Who cannot wait so long is told at once, and how long it takes")
  func tooLate() async throws {
    say(left: 0, try await turn())
    let error = await #expect(throws: RateLimitScheduler.TooLate.self) {
      try await turn(deadline: clock.now() + 0.1)
    }
    #expect((0.5...1.1).contains(error?.delay ?? 0))
    #expect(scheduler.waiting == 0)
  }

  @Test("Who has waited as long as it could is told so")
  func patienceEnds() async throws {
    let first = try await turn()
    async let second = #expect(throws: RateLimitScheduler.TooLate.self) {
      try await turn(deadline: clock.now() + 5)
    }
    while scheduler.waiting == 0 { await Task.yield() }
    // The timer is set after the call has begun to wait.
    while scheduler.waiting > 0 {
      clock.advance(by: 5)
      await Task.yield()
    }
    _ = await second
    scheduler.lose(first)
  }

  @Test("A cancelled caller stops waiting at once, and one that was cancelled before never begins")
  func cancelled() async throws {
    _ = try await turn()
    let waiting = Task { try await turn() }
    while scheduler.waiting == 0 { await Task.yield() }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    #expect(scheduler.waiting == 0)
    let late = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await turn()
    }
    await #expect(throws: CancellationError.self) { try await late.value }
  }

  @Test("A call that came to nothing makes room for the next")
  func lost() async throws {
    let first = try await turn()
    async let second = turn()
    while scheduler.waiting == 0 { await Task.yield() }
    scheduler.lose(first)
    _ = try await second
  }
}
