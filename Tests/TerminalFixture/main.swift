import Glibc
import Terminal

/// Runs the fixture; its exit status tells how the loop ended.
private func run() -> Int32 {
  do {
    let screen = try Screen()
    let mailbox = try Mailbox<FixtureProgram.Message>()
    let effects = FixtureEffects(mailbox: mailbox)
    var program = FixtureProgram(process: getpid())
    let end = try TerminalLoop.run(
      &program, on: screen, mailbox: mailbox, clock: { .clock },
      perform: { effects.perform($0, on: $1) })
    screen.close()
    print("ended: \(end)")
    return switch end {
    case .finished: 0
    case .terminalLost: 3
    case .signal(let number): 128 + number
    }
  } catch {
    print(error)
    return 2
  }
}

exit(run())
