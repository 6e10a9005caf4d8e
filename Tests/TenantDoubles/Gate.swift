/// A place where one task waits until it is let through.
package final class Gate: Sendable {
  private let stream: AsyncStream<Never>
  private let continuation: AsyncStream<Never>.Continuation

  /// A closed gate.
  package init() {
    (stream, continuation) = AsyncStream.makeStream()
  }

  /// Lets through whoever waits, and whoever comes.
  package func open() {
    continuation.finish()
  }

  /// Waits until the gate is open; throws where the task is cancelled meanwhile.
  package func wait() async throws {
    for await _ in stream {}
    try Task.checkCancellation()
  }
}
