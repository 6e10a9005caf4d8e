package import AccessModel
import Synchronization

/// Pauses a run, goes on with it, and ends it: what keys and signals turn.
///
/// Any thread may.
package final class RunControl: Sendable {
  /// How a run ends early; what is on its way by then is waited for.
  package enum End: Hashable, Sendable {
    /// For good: it cannot go on.
    case stop
    /// It stays on record as it stands, and can go on another time.
    case leave
  }

  private struct State {
    var pause: RunPause?
    var end: End?
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var lastWaiting = 0
  }

  private let state = Mutex(State())

  /// A control of a run that goes on.
  package init() {}

  /// Lets nothing more leave until somebody goes on.
  package func pause() { pause(.person) }

  /// Goes on.
  package func goOn() {
    wake { $0.pause = nil }
  }

  /// Ends the run for good, once what is on its way has come back.
  package func stop() {
    wake { $0.end = .stop }
  }

  /// Ends this process's part in the run, once what is on its way has come back; it can go on later.
  package func leave() {
    wake { if $0.end == nil { $0.end = .leave } }
  }

  /// Why it stands still; `nil` while it goes on.
  package var pausedBecause: RunPause? { state.withLock { $0.pause } }

  /// How it was ended early; `nil` where it was not.
  package var end: End? { state.withLock { $0.end } }

  /// Whether something may leave at this moment.
  var isOpen: Bool { state.withLock { $0.pause == nil && $0.end == nil } }

  /// Pauses for a reason; the first one stands.
  func pause(_ reason: RunPause) {
    state.withLock { if $0.pause == nil { $0.pause = reason } }
  }

  /// Waits while the run stands still.
  ///
  /// - Returns: Whether it goes on: not where it was ended early or the task was cancelled.
  func mayGoOn() async -> Bool {
    while !Task.isCancelled {
      let (pause, end) = state.withLock { ($0.pause, $0.end) }
      if end != nil { return false }
      if pause == nil { return true }
      await wait()
    }
    return false
  }

  private func wait() async {
    let number = state.withLock { state in
      state.lastWaiting += 1
      return state.lastWaiting
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if state.pause == nil || state.end != nil || Task.isCancelled { return true }
          state.waiting[number] = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: number) }?.resume()
    }
  }

  private func wake(_ change: (inout State) -> Void) {
    let waiting = state.withLock { state in
      change(&state)
      defer { state.waiting = [:] }
      return state.waiting
    }
    for continuation in waiting.values { continuation.resume() }
  }
}
