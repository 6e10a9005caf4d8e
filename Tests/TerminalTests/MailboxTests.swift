import Glibc
import TerminalEmulator
import Testing

@testable import Terminal

@Suite("The mailbox")
struct MailboxTests {
  private struct Letter: Sendable {
    var sender: Int
    var number: Int
  }

  @Test("Many senders lose nothing, and each one's letters stay in order")
  func manySenders() async throws {
    let (senders, count) = (8, 2_000)
    let mailbox = try Mailbox<Letter>()
    let received = await withTaskGroup(of: Void.self) { group in
      for sender in 0..<senders {
        // Not on the pool's threads: this test blocks one of them, and another may block the rest.
        group.addTask(executorPreference: OwnThread()) {
          for number in 0..<count { mailbox.post(Letter(sender: sender, number: number)) }
        }
      }
      var received: [Letter] = []
      while received.count < senders * count {
        #expect(Self.isReadable(mailbox.descriptor, within: 30_000))
        received += mailbox.drain()
      }
      return received
    }
    #expect(received.count == senders * count)
    for sender in 0..<senders {
      #expect(received.filter { $0.sender == sender }.map(\.number) == Array(0..<count))
    }
    #expect(!Self.isReadable(mailbox.descriptor, within: 0))
  }

  @Test("A burst is one wake-up, and none is left after draining")
  func wakeUps() throws {
    let mailbox = try Mailbox<Int>()
    #expect(!Self.isReadable(mailbox.descriptor, within: 0))
    for number in 0..<3 { mailbox.post(number) }
    var count: UInt64 = 0
    #expect(read(mailbox.descriptor, &count, 8) == 8)
    #expect(count == 1)
    #expect(mailbox.drain() == [0, 1, 2])
    #expect(mailbox.drain().isEmpty)
    mailbox.post(3)
    #expect(Self.isReadable(mailbox.descriptor, within: 0))
    #expect(mailbox.drain() == [3])
    #expect(!Self.isReadable(mailbox.descriptor, within: 0))
  }

  private static func isReadable(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, milliseconds) == 1
  }
}
