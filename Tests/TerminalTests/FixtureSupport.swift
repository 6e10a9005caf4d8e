import TerminalEmulator
import Testing

/// The fixture on a pseudo terminal.
func startFixture(
  environment: [String: String] = ["SWIFT_BACKTRACE": "enable=no"], columns: Int = 80,
  rows: Int = 24
) throws -> PseudoTerminal {
  let terminal = try PseudoTerminal(
    path: BuiltProducts.path("TerminalFixture"), environment: environment, columns: columns,
    rows: rows)
  try terminal.wait(for: "fixture")
  // The text stands in the first row, which is drawn first; the frame is whole at the update's end.
  try terminal.wait(forRaw: "\u{1B}[?2026l")
  return terminal
}

/// The terminal is as a shell expects it.
func expectGivenBack(
  _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
) {
  let contents = terminal.contents
  #expect(!contents.isAlternateScreen, sourceLocation: sourceLocation)
  #expect(!contents.isMouseReported, sourceLocation: sourceLocation)
  #expect(contents.isCursorVisible, sourceLocation: sourceLocation)
  #expect(terminal.modes()?.isCooked == true, sourceLocation: sourceLocation)
  let output = terminal.rawText
  for (on, off) in [("\u{1B}[?2004h", "\u{1B}[?2004l"), ("\u{1B}=", "\u{1B}>")] {
    let lastOn = output.lastStart(of: on)
    let lastOff = output.lastStart(of: off)
    #expect(lastOn < lastOff, "\(off.debugDescription) comes last", sourceLocation: sourceLocation)
  }
}

extension String {
  /// Where a piece begins for the last time, in bytes; -1 where it does not occur.
  func lastStart(of part: String) -> Int {
    let (bytes, wanted) = (Array(utf8), Array(part.utf8))
    guard bytes.count >= wanted.count else { return -1 }
    return (0...bytes.count - wanted.count).last {
      bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
      ?? -1
  }

  /// What follows a piece when it occurs for the last time.
  func part(after piece: String) -> String? {
    let start = lastStart(of: piece)
    guard start >= 0 else { return nil }
    return String(decoding: Array(utf8)[(start + piece.utf8.count)...], as: UTF8.self)
  }
}
