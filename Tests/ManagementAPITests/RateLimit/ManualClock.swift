import Synchronization

@testable import ManagementAPI

/// A clock that a test moves; what was to be called by then is called while it is moved.
final class ManualClock: RateLimitClock {
  private struct State {
    var now: Seconds = 1_000
    var timers: [(time: Seconds, body: @Sendable () -> Void)] = []
  }

  private let state = Mutex(State())

  func now() -> Seconds { state.withLock { $0.now } }

  func wake(at time: Seconds, _ body: @escaping @Sendable () -> Void) {
    state.withLock { $0.timers.append((time, body)) }
  }

  /// Lets time pass.
  func advance(by seconds: Seconds) {
    let end = state.withLock { $0.now } + seconds
    while true {
      let body = state.withLock { state -> (@Sendable () -> Void)? in
        guard
          let next = state.timers.indices.min(by: { state.timers[$0].time < state.timers[$1].time }
          ),
          state.timers[next].time <= end
        else {
          state.now = end
          return nil
        }
        state.now = max(state.now, state.timers[next].time)
        return state.timers.remove(at: next).body
      }
      guard let body else { return }
      body()
    }
  }
}
