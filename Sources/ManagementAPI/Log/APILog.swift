package import AccessModel
import Synchronization

/// The last calls of this program, for a screen; and, where asked for, all of them in a file.
package final class APILog: Sendable {
  private struct State {
    var calls: [APICall] = []
    /// Where the oldest stands once there are as many as are kept.
    var oldest = 0
    var count = 0
    /// Who waits for the next call.
    var waiting: [Int: AsyncStream<Never>.Continuation] = [:]
    var lastWaiting = 0
  }

  /// How many calls are kept.
  package static let capacity = APICall.kept
  private let state = Mutex(State())
  private let file: APILogFile?
  private let observer: @Sendable (APICall) -> Void

  /// A log without calls.
  ///
  /// - Parameters:
  ///   - file: Where each call is written as a line of JSON as well.
  ///   - observer: Told of each call; on any thread.
  package init(file: APILogFile? = nil, observer: @escaping @Sendable (APICall) -> Void = { _ in })
  {
    self.file = file
    self.observer = observer
  }

  /// The last calls, the oldest first.
  package var calls: [APICall] {
    state.withLock { Array($0.calls[$0.oldest...] + $0.calls[..<$0.oldest]) }
  }

  /// The calls after one that are kept, the oldest first, as soon as there are any.
  ///
  /// - Throws: `CancellationError` where the task was cancelled before.
  package func calls(after number: Int) async throws -> [APICall] {
    while true {
      try Task.checkCancellation()
      let (next, caller) = AsyncStream.makeStream(of: Never.self)
      let ticket = state.withLock { state -> Int? in
        guard state.count <= number else { return nil }
        state.lastWaiting += 1
        state.waiting[state.lastWaiting] = caller
        return state.lastWaiting
      }
      guard let ticket else { return calls.filter { $0.number > number } }
      for await _ in next {}
      state.withLock { $0.waiting[ticket] = nil }
    }
  }

  /// Notes a call and gives it its number.
  func note(_ call: APICall) {
    var call = call
    let waiting = state.withLock { state in
      state.count += 1
      call.number = state.count
      if state.calls.count < Self.capacity {
        state.calls.append(call)
      } else {
        state.calls[state.oldest] = call
        state.oldest = (state.oldest + 1) % Self.capacity
      }
      file?.write(call)
      defer { state.waiting = [:] }
      return Array(state.waiting.values)
    }
    for caller in waiting { caller.finish() }
    observer(call)
  }
}
