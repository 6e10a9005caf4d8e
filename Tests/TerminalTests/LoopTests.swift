import Canvas
import Testing

@testable import Terminal

extension InProcessTests {
  @Suite("The loop")
  struct LoopTests {
    @Test("The time comes first, then messages in order, then keys; effects follow at once")
    func order() throws {
      let board = try DrawingBoard(columns: 20, rows: 2)
      let mailbox = try Mailbox<LoopProgram.Message>()
      for number in 1...3 { mailbox.post(.number(number)) }
      board.type("aq")
      var program = LoopProgram()
      var effects: [String] = []
      let end = try run(&program, on: board, mailbox) { effects.append($0) }
      #expect(end == .finished)
      #expect(program.log.prefix(4) == ["clock", "1", "2", "3"])
      #expect(program.log.filter { $0 != "clock" } == ["1", "2", "3", "a", "q"])
      #expect(effects == ["1", "2", "3", "a", "q"])
    }

    @Test("It wakes for what comes, and for nothing else")
    func wakeUps() throws {
      let board = try DrawingBoard(columns: 20, rows: 2)
      let mailbox = try Mailbox<LoopProgram.Message>()
      var program = LoopProgram()
      // Each round is answered from outside, once; a wake-up without a cause would be one clock more.
      let end = try run(&program, on: board, mailbox) { effect in
        switch effect {
        case "5": board.type("q")
        case "q": break
        default: mailbox.post(.number((Int(effect) ?? 0) + 1))
        }
      } before: {
        mailbox.post(.number(1))
      }
      #expect(end == .finished)
      #expect(program.log.filter { $0 != "clock" } == ["1", "2", "3", "4", "5", "q"])
      #expect(program.log.count { $0 == "clock" } <= 6)
    }

    @Test("A terminal that has gone away ends it")
    func lostTerminal() throws {
      let board = try DrawingBoard(columns: 20, rows: 2)
      var program = LoopProgram()
      board.hangUp()
      #expect(try run(&program, on: board, Mailbox()) { _ in } == .terminalLost)
    }

    @Test("Keys that came with the one that began a hold are dropped; the hold settles")
    func hold() throws {
      let board = try DrawingBoard(columns: 20, rows: 2)
      let mailbox = try Mailbox<LoopProgram.Message>()
      var program = LoopProgram()
      board.type("aHbc\u{1B}[200~d\u{1B}[201~")
      let end = try run(&program, on: board, mailbox) { effect in
        if effect == "settled 1" { board.type("q") }
      }
      #expect(end == .finished)
      #expect(program.log.filter { $0 != "clock" } == ["a", "H", "settled 1", "q"])
    }

    @Test("A message that begins a hold drops the keys that were typed before")
    func heldMessage() throws {
      let board = try DrawingBoard(columns: 20, rows: 2)
      let mailbox = try Mailbox<LoopProgram.Message>()
      var program = LoopProgram()
      board.type("dy")
      board.waitForInput()
      mailbox.post(.hold)
      let end = try run(&program, on: board, mailbox) { effect in
        if effect == "settled 1" { board.type("q") }
      }
      #expect(end == .finished)
      #expect(program.log.filter { $0 != "clock" } == ["hold", "settled 1", "q"])
    }

    @Test("A hold that changes before it settles starts anew, one that goes never settles")
    func changedHold() throws {
      let board = try DrawingBoard(columns: 20, rows: 2)
      let mailbox = try Mailbox<LoopProgram.Message>()
      var program = LoopProgram()
      mailbox.post(.hold)
      var holds = 1
      let end = try run(&program, on: board, mailbox) { effect in
        switch effect {
        case "hold" where holds < 3:
          holds += 1
          mailbox.post(.hold)
        case "settled 3": mailbox.post(.release)
        case "release": board.type("q")
        default: break
        }
      }
      #expect(end == .finished)
      #expect(
        program.log.filter { $0 != "clock" } == [
          "hold", "hold", "hold", "settled 3", "release", "q",
        ])
    }

    private func run(
      _ program: inout LoopProgram, on board: DrawingBoard,
      _ mailbox: Mailbox<LoopProgram.Message>, perform: @escaping (String) -> Void,
      before: () -> Void = {}
    ) throws -> LoopEnd {
      before()
      return try TerminalLoop.run(
        &program, on: board.screen, mailbox: mailbox, clock: { .clock },
        perform: { effect, _ in perform(effect) })
    }
  }
}

/// A program that writes down what reaches it, and says so as an effect.
private struct LoopProgram: TerminalProgram {
  enum Message: Sendable {
    case clock
    case number(Int)
    case hold
    case release
    case event(Event)
  }

  var log: [String] = []
  var hold: InputHold?
  var isFinished = false
  private var revision = 0

  static func message(for event: Event) -> Message { .event(event) }

  mutating func update(_ message: Message) -> [String] {
    switch message {
    case .clock:
      log.append("clock")
      return []
    case .number(let number): log.append("\(number)")
    case .hold:
      beginHold()
      log.append("hold")
    case .release:
      hold = nil
      log.append("release")
    case .event(.key(.character(let character))):
      log.append(String(character))
      if character == "H" { beginHold() }
      if character == "q" { isFinished = true }
    case .event(.settled(let hold)): log.append("settled \(hold.revision)")
    case .event(let event): log.append("\(event)")
    }
    return [log.last ?? ""]
  }

  func view(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.hold = hold
    return frame
  }

  private mutating func beginHold() {
    revision += 1
    hold = InputHold(revision: revision)
  }
}
