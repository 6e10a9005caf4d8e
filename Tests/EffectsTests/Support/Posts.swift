import RolecallApp
import Synchronization

/// Keeps what a runner posts, for a test to wait for.
final class Posts: Sendable {
  private let stream: AsyncStream<Message>
  private let continuation: AsyncStream<Message>.Continuation
  private let messages = Mutex<[Message]>([])

  init() {
    (stream, continuation) = AsyncStream.makeStream()
  }

  /// Everything so far.
  var all: [Message] { messages.withLock { $0 } }

  /// Takes a message.
  func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    continuation.yield(message)
  }

  /// The next message that no one has waited for.
  func next() async -> Message? {
    await stream.first { _ in true }
  }
}
