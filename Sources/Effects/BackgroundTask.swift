import Dispatch
import Synchronization

/// Work that goes on beside a thread which is not the pool's, and which can wait for its end.
package final class BackgroundTask<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let ended = DispatchSemaphore(value: 0)
  private let task = Mutex<Task<Void, Never>?>(nil)

  /// Starts the work.
  package init(_ work: @escaping @Sendable () async throws -> Value) {
    task.withLock { task in
      task = Task.detached {
        let result: Result<Value, any Error>
        do {
          result = .success(try await work())
        } catch {
          result = .failure(error)
        }
        self.result.withLock { $0 = result }
        self.ended.signal()
      }
    }
  }

  /// Asks the work to end early.
  package func cancel() {
    task.withLock { $0 }?.cancel()
  }

  /// Blocks the calling thread until the work has ended, and gives what it brought.
  ///
  /// - Throws: What the work threw.
  package func value() throws -> Value {
    ended.wait()
    defer { ended.signal() }
    guard let result = result.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }
}
