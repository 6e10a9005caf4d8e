import Dispatch
import Effects
import TenantDoubles
import Testing

@Suite("Work beside a thread that waits for it", .timeLimit(.minutes(5)))
struct BackgroundTaskTests {
  private struct Failure: Error, Equatable {}

  /// Waits on a thread of its own, for a task must not block the pool that the work needs.
  private func value<Value: Sendable>(of task: BackgroundTask<Value>) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue(label: "waits").async {
        continuation.resume(with: Result { try task.value() })
      }
    }
  }

  @Test("gives what the work brought, as often as it is asked")
  func brought() async throws {
    let task = BackgroundTask { 7 }
    #expect(try await value(of: task) == 7)
    #expect(try await value(of: task) == 7)
  }

  @Test("throws what the work threw")
  func thrown() async {
    let task = BackgroundTask<Int> { throw Failure() }
    await #expect(throws: Failure()) { try await value(of: task) }
  }

  @Test("can be asked to end early")
  func cancelled() async {
    let never = Gate()
    let task = BackgroundTask { try await never.wait() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await value(of: task) }
  }
}
