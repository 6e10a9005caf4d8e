/// An answer that never comes: waits until the task is cancelled.
///
/// - Throws: `CancellationError`, always.
package func untilCancelled() async throws -> Never {
  let (nothing, continuation) = AsyncStream.makeStream(of: Never.self)
  // The stream ends with the task.
  for await _ in nothing {}
  continuation.finish()
  throw CancellationError()
}
