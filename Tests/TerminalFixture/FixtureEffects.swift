import Glibc
import Terminal

/// Carries out what the fixture asks for.
struct FixtureEffects {
  /// Where its answers go.
  var mailbox: Mailbox<FixtureProgram.Message>

  func perform(_ effect: FixtureProgram.Effect, on screen: Screen) {
    switch effect {
    case .writeError(let text): writeError(text)
    case .floodErrors:
      for _ in 0..<(3 << 10) { writeError(String(repeating: "x", count: 1023) + "\n") }
    case .crash(let kind): crash(kind)
    case .suspend: screen.suspend()
    case .copy(let text): screen.copyToClipboard(text)
    case .postNotes: postNotes()
    case .hang: waitForKey()
    }
  }

  /// Does nothing else until a key waits, whatever signals come.
  private func waitForKey() {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while poll(&input, 1, -1) < 0 {}
  }

  private func writeError(_ text: String) {
    text.withCString { _ = write(STDERR_FILENO, $0, strlen($0)) }
  }

  private func crash(_ kind: FixtureProgram.Crash) {
    switch kind {
    case .trap: fatalError("a trap on purpose")
    case .abort: abort()
    case .segmentationFault:
      UnsafeMutableRawPointer(bitPattern: 16)?.storeBytes(of: 1, as: UInt8.self)
    case .stackOverflow: writeError("\(depth(of: 1))")
    }
  }

  /// Calls itself until the stack ends; the sum keeps the compiler from making a loop of it.
  private func depth(of number: Int) -> Int {
    number == 0
      ? 0
      : withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { room in
        room[number % 256] = number
        return depth(of: number + 1) + room[number % 256]
      }
  }

  /// Posts from four threads at once.
  private func postNotes() {
    let mailbox = mailbox
    Task.detached {
      await withTaskGroup { group in
        for _ in 0..<4 {
          group.addTask { for _ in 0..<250 { mailbox.post(.note(1)) } }
        }
      }
    }
  }
}
