import Canvas
import Terminal

/// A program that shows what the terminal tells it, and does to the terminal what a key asks for.
struct FixtureProgram: TerminalProgram {
  /// What can happen to it.
  enum Message: Sendable {
    /// Time has passed; nothing is shown of it.
    case clock
    /// The terminal had something to say.
    case event(Event)
    /// Another thread had something to say.
    case note(Int)
  }

  /// What it asks for.
  enum Effect: Sendable {
    case writeError(String)
    case floodErrors
    case crash(Crash)
    case suspend
    case copy(String)
    case postNotes
    case hang
  }

  /// Ways to end badly.
  enum Crash: Sendable {
    case trap
    case abort
    case segmentationFault
    case stackOverflow
  }

  /// The program's process, so that a test can send signals to it.
  var process: Int32
  var keys: [String] = []
  var events: [String] = []
  var notes = 0
  var dialog = FixtureDialog()
  var showsWideText = false
  var wantsMouse = true
  var title: String?
  var isFinished = false

  static func message(for event: Event) -> Message { .event(event) }

  mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .clock: return []
    case .note(let number):
      notes += number
      return []
    case .event(.key(let key)): return press(key)
    case .event(.settled(let hold)): dialog.settle(hold)
    case .event(.paste(let text)):
      let shown = text.utf8.count > 40 ? "\(text.utf8.count) bytes" : text.debugDescription
      events.append("paste \(shown)")
    case .event(.mouse(let mouse)):
      events.append("\(mouse.action) \(mouse.position.column),\(mouse.position.row)")
    case .event(.resized(let size)): events.append("resized \(size.columns)x\(size.rows)")
    case .event(.resumed): events.append("resumed")
    }
    return []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    if dialog.isOpen {
      dialog.press(key)
      return []
    }
    keys.append(key.shown)
    switch key {
    case .character("q"): isFinished = true
    case .character("d"): dialog.open()
    case .character("e"): return [.writeError("text for standard error\n")]
    case .character("E"): return [.floodErrors]
    case .character("T"): return [.crash(.trap)]
    case .character("A"): return [.crash(.abort)]
    case .character("S"): return [.crash(.segmentationFault)]
    case .character("O"): return [.crash(.stackOverflow)]
    case .control("z"): return [.suspend]
    case .character("c"): return [.copy("copied text")]
    case .character("p"): return [.postNotes]
    case .character("h"): return [.copy("hanging"), .hang]
    case .character("w"): showsWideText.toggle()
    case .character("m"): wantsMouse.toggle()
    case .character("t"): title = "a \u{1B}]0;title\u{07} of \u{202E}its own"
    default: break
    }
    return []
  }

  func view(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.mouse = wantsMouse
    frame.title = title
    frame.hold = dialog.hold
    let lines = [
      "fixture \(process) \(size.columns)x\(size.rows)",
      "keys: \(keys.joined(separator: " "))",
      "events: \(events.joined(separator: "; "))",
      "dialog: \(dialog.shown)",
      "notes: \(notes)",
    ]
    for (row, line) in lines.enumerated() { frame.write(line, row: row) }
    if showsWideText {
      frame.write("|日本|e\u{301}|", row: 6, style: Style(foreground: .red, .bold))
    } else {
      frame.write("|abcdefg|", row: 6, style: Style(background: .brightBlue, .underline))
    }
    return frame
  }
}

extension Frame {
  /// Writes text whose characters are taken to be wide from U+1100 on.
  fileprivate mutating func write(_ text: String, row: Int, style: Style = .plain) {
    var column = 0
    for character in text {
      let width: UInt8 = character.unicodeScalars.contains { $0.value >= 0x1100 } ? 2 : 1
      put(Cell(text: String(character), width: width, style: style), column: column, row: row)
      column += Int(width)
    }
  }
}

extension Key {
  /// The key in a word.
  fileprivate var shown: String {
    switch self {
    case .character(let character): String(character)
    case .control(let letter): "C-\(letter)"
    case .function(let number): "F\(number)"
    default: "\(self)"
    }
  }
}
