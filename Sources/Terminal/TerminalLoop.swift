internal import CTerminal
import Canvas

/// Runs a program on the screen: events and messages in, effects and frames out.
///
/// It blocks the calling thread, the main thread, and wakes only for input, a message, a signal, or a
/// hold that settles. However much has come by then, it draws once.
package struct TerminalLoop<Program: TerminalProgram> {
  private let screen: Screen
  private let mailbox: Mailbox<Program.Message>
  private let clock: () -> Program.Message
  private let perform: (Program.Effect, Screen) -> Void
  private var holds = HoldTimer()
  /// What the program shows, as long as nothing has been sent to it since it was asked.
  private var current: Frame?
  /// Whether input was left over, so that waiting for more would be wrong.
  private var hasLeftovers = false

  /// How many events are taken in before the screen is drawn: a flood must not stop the picture.
  private static var burst: Int { 256 }

  /// Runs a program until it is finished, its terminal is gone, or a signal asks for the end.
  ///
  /// The screen stays open: closing it is the caller's, who may have work in flight to finish.
  ///
  /// - Parameters:
  ///   - program: the program; afterwards in the state in which it ended.
  ///   - screen: where it is shown.
  ///   - mailbox: where messages that the loop does not make arrive.
  ///   - clock: gives a message that carries the time; it reaches the program before anything else on
  ///     each wake-up.
  ///   - perform: carries an effect out, on this thread; anything that takes time belongs elsewhere.
  /// - Throws: `ScreenError.Code.systemCall` when the system cannot wait for input.
  package static func run(
    _ program: inout Program, on screen: Screen, mailbox: Mailbox<Program.Message>,
    clock: @escaping () -> Program.Message,
    perform: @escaping (Program.Effect, Screen) -> Void
  ) throws(ScreenError) -> LoopEnd {
    var loop = TerminalLoop(screen: screen, mailbox: mailbox, clock: clock, perform: perform)
    while true {
      if let end = loop.turn(&program) { return end }
      try loop.wait()
    }
  }

  private init(
    screen: Screen, mailbox: Mailbox<Program.Message>, clock: @escaping () -> Program.Message,
    perform: @escaping (Program.Effect, Screen) -> Void
  ) {
    self.screen = screen
    self.mailbox = mailbox
    self.clock = clock
    self.perform = perform
  }

  /// Takes in all that has come and draws once.
  private mutating func turn(_ program: inout Program) -> LoopEnd? {
    screen.boundCapturedErrors()
    if let end = interruption { return end }
    send(clock(), to: &program)
    screen.answerNotices()
    let messages = mailbox.drain()
    for message in messages where !program.isFinished { send(message, to: &program) }
    // The time alone begins no hold; without news there is nothing to ask before the next event.
    if !messages.isEmpty { showIfHeld(program) }
    takeEvents(&program)
    if let hold = holds.settle(at: .now), !program.isFinished {
      send(Program.message(for: .settled(hold)), to: &program)
    }
    if program.isFinished { return .finished }
    show(frame(of: program))
    return nil
  }

  private var interruption: LoopEnd? {
    if let signal = screen.endingSignal { return .signal(signal) }
    return screen.isLost ? .terminalLost : nil
  }

  private mutating func send(_ message: Program.Message, to program: inout Program) {
    current = nil
    for effect in program.update(message) { perform(effect, screen) }
  }

  private mutating func takeEvents(_ program: inout Program) {
    hasLeftovers = true
    for _ in 0..<Self.burst where !program.isFinished {
      guard let event = screen.nextEvent() else {
        hasLeftovers = false
        return
      }
      // Another program was on the screen; what is drawn now counts as new.
      if event == .resumed { holds.forget() }
      send(Program.message(for: event), to: &program)
      showIfHeld(program)
    }
  }

  /// Draws at once when the program now shows something that nobody can have meant to type at.
  ///
  /// This is asked after each single event: the keys that came in one burst with the one that opened a
  /// dialog are still unread then, and drawing the dialog throws them away.
  private mutating func showIfHeld(_ program: Program) {
    guard !program.isFinished else { return }
    let frame = frame(of: program)
    if holds.begins(frame.hold) { show(frame) }
  }

  /// The program's frame at the screen's size; drawing one costs more than all else that a key does.
  private mutating func frame(of program: Program) -> Frame {
    if let current, current.size == screen.size { return current }
    let frame = program.view(size: screen.size)
    current = frame
    return frame
  }

  private mutating func show(_ frame: Frame) {
    screen.paint(frame)
    if holds.paint(frame.hold, at: .now) { screen.discardInput() }
  }

  private mutating func wait() throws(ScreenError) {
    try screen.wait(
      mailbox: mailbox.descriptor,
      limit: hasLeftovers ? .zero : holds.timeLeft(at: .now))
  }
}
