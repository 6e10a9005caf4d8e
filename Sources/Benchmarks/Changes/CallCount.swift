import AccessModel
import Synchronization

/// Counts the calls of a client.
final class CallCount: Sendable {
  private struct State {
    var calls = 0
    var refused = 0
  }

  private let state = Mutex(State())

  /// Takes a call that came back.
  func note(_ call: APICall) {
    state.withLock { state in
      if call.status == 429 { state.refused += 1 } else { state.calls += 1 }
    }
  }

  /// Begins anew.
  func reset() { state.withLock { $0 = State() } }

  /// How many calls were not refused for their pace.
  var calls: Int { state.withLock { $0.calls } }
  /// How many were.
  var refused: Int { state.withLock { $0.refused } }
}
