internal import CTerminal
import Glibc
import Synchronization

/// Where answers arrive: any thread posts, the loop drains.
///
/// A burst of messages costs one wake-up, however many there are.
package final class Mailbox<Message: Sendable>: Sendable {
  private let waiting = Mutex<[Message]>([])
  /// Readable while something waits.
  let descriptor: Int32

  /// An empty mailbox.
  ///
  /// - Throws: `ScreenError.Code.systemCall` when the process has no descriptor left.
  package init() throws(ScreenError) {
    descriptor = terminal_wakeup_open()
    guard descriptor >= 0 else { throw .systemCall("eventfd") }
  }

  deinit { close(descriptor) }

  /// Leaves a message for the loop; may be called from any thread and never waits.
  package func post(_ message: Message) {
    let wasEmpty = waiting.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    if wasEmpty { terminal_wakeup_post(descriptor) }
  }

  /// Takes all that waits, in the order of its posting.
  package func drain() -> [Message] {
    // In this order: a message that is posted in between causes a wake-up too many, never one too few.
    terminal_wakeup_clear(descriptor)
    return waiting.withLock { messages in
      let taken = messages
      messages.removeAll(keepingCapacity: true)
      return taken
    }
  }
}
