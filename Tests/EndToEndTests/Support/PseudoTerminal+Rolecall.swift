import TerminalEmulator
import Testing

/// What keys send.
enum Keys {
  static let escape = "\u{1B}"
  static let enter = "\r"
  static let tab = "\t"
  static let backspace = "\u{7F}"
  static let refresh = "\u{12}"
  static let suspend = "\u{1A}"
  static let interrupt = "\u{03}"

  /// Text that is pasted, as a terminal marks it.
  static func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }

  /// A click on a cell.
  static func click(column: Int, row: Int) -> String {
    "\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m"
  }
}

extension PseudoTerminal {
  /// The button of the question once the key acts.
  static let armed = "[ Remove  y ]"

  /// The environment of rolecall without a tenant.
  static func environment(home: TemporaryFolder) -> [String: String] {
    [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": home.path, "TZ": "UTC",
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  /// Starts rolecall.
  static func rolecall(
    _ arguments: [String], environment: [String: String], columns: Int = 100, rows: Int = 30
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      path: BuiltProducts.path("rolecall"), arguments: arguments, environment: environment,
      columns: columns, rows: rows)
  }

  /// Presses the trash key, and waits until the question can be answered by a key.
  func askToRemove(sourceLocation: SourceLocation = #_sourceLocation) throws {
    send("d")
    try wait(for: Self.armed, sourceLocation: sourceLocation)
  }

  /// Types what a question wants typed, in place of what its field holds, once it takes keys.
  func typePhrase(
    _ phrase: String, until text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    // A question says nothing of keys that come too early; the same keys again are the same text.
    let keys = String(repeating: Keys.backspace, count: 24) + phrase
    try type(keys, until: text, sourceLocation: sourceLocation)
  }

  /// Cancels the open question.
  func cancelQuestion(sourceLocation: SourceLocation = #_sourceLocation) throws {
    // A question that has just been painted throws away what was typed until then.
    try type(
      Keys.escape, until: { !$0.showsQuestion }, "the question to be gone",
      sourceLocation: sourceLocation)
  }

  /// Waits until all keys that were sent have been taken, which the help above the screen proves.
  func waitUntilKeysAreTaken(sourceLocation: SourceLocation = #_sourceLocation) throws {
    send("?")
    try wait(for: "┌ Keys ─", sourceLocation: sourceLocation)
    send("x")
    try wait(
      until: { !$0.contains("┌ Keys ─") }, "the help to be gone",
      sourceLocation: sourceLocation)
  }

  /// Goes back to the list: Escape first ends what is still being read, of which not all is shown.
  func goBack(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try type(Keys.escape, until: "Latest login", sourceLocation: sourceLocation)
  }

  /// Quits by its key.
  func quit(sourceLocation: SourceLocation = #_sourceLocation) throws {
    send("q")
    #expect(
      try waitForExit(sourceLocation: sourceLocation) == .exited(0), sourceLocation: sourceLocation)
    expectGivenBack(sourceLocation: sourceLocation)
  }

  /// The terminal is as a shell expects it.
  func expectGivenBack(sourceLocation: SourceLocation = #_sourceLocation) {
    let contents = contents
    #expect(!contents.isAlternateScreen, sourceLocation: sourceLocation)
    #expect(!contents.isMouseReported, sourceLocation: sourceLocation)
    #expect(contents.isCursorVisible, sourceLocation: sourceLocation)
    #expect(modes()?.isCooked == true, sourceLocation: sourceLocation)
    for (on, off) in [("\u{1B}[?2004h", "\u{1B}[?2004l"), ("\u{1B}=", "\u{1B}>")] {
      let isLastOff = rawOutput.lastStart(of: on) <= rawOutput.lastStart(of: off)
      #expect(isLastOff, "\(off.debugDescription) comes last", sourceLocation: sourceLocation)
    }
  }

  /// What was printed below the screen once it was gone.
  var afterScreen: String {
    let end = Array("\u{1B}[?1049l".utf8)
    let start = rawOutput.lastStart(of: end)
    guard start >= 0 else { return "" }
    return String(decoding: rawOutput[(start + end.count)...], as: UTF8.self)
  }

  /// Clicks on the trash mark in the row of a role.
  func trashMark(ofRowWith text: String) throws -> String {
    let row = try #require(contents.firstRow(containing: text))
    let column = try #require(contents.cells[row].lastIndex { $0.text == "✕" })
    return Keys.click(column: column, row: row)
  }
}

extension ScreenContents {
  /// Whether the question about a removal is open.
  var showsQuestion: Bool { contains("Cancel") && contains("Remove") && contains("┌") }

  /// What it says, or the question above it, with line ends made spaces: for sentences that are wrapped.
  var sentences: String {
    rows.map { row in
      let parts = row.split(separator: "│", omittingEmptySubsequences: false)
      return parts.count > 2 ? parts[1..<parts.count - 1].joined(separator: "│") : row
    }
    .joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  /// The column at which a text begins in a row.
  func column(of text: String, row: Int) -> Int? {
    let wanted = text.map(String.init)
    let cells = cells[row]
    guard cells.count >= wanted.count else { return nil }
    return (0...cells.count - wanted.count).first { start in
      zip(wanted, cells[start...]).allSatisfy { $0 == ($1.text.isEmpty ? " " : $1.text) }
    }
  }
}

extension [UInt8] {
  /// Where a piece begins for the last time; -1 where it does not occur.
  func lastStart(of piece: String) -> Int { lastStart(of: Array(piece.utf8)) }

  /// Where a piece begins for the last time; -1 where it does not occur.
  func lastStart(of piece: [UInt8]) -> Int {
    guard count >= piece.count else { return -1 }
    return stride(from: count - piece.count, through: 0, by: -1).first {
      self[$0] == piece[0] && self[$0..<$0 + piece.count].elementsEqual(piece)
    } ?? -1
  }
}
