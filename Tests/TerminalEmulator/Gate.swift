import Synchronization

/// Lets a few tests run at a time: each has a program, a tenant and a terminal of its own.
package final class Gate: Sendable {
  /// The one that all tests pass.
  package static let shared = Gate(width: 8)

  @TaskLocal private static var isInside = false

  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  private init(width: Int) {
    state = Mutex(State(free: width))
  }

  /// Runs `body` once there is room; within another `body` at once.
  package func pass(_ body: () async throws -> Void) async throws {
    guard !Self.isInside else { return try await body() }
    await enter()
    defer { leave() }
    try await Self.$isInside.withValue(true) { try await body() }
  }

  private func enter() async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        if state.free > 0 {
          state.free -= 1
          return true
        }
        state.waiting.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  private func leave() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      if state.waiting.isEmpty {
        state.free += 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
