import CNcurses

/// The sequences that switch modes ncurses knows nothing of, and those that bring everything back.
enum TerminalModes {
  /// Hold the picture until it is complete.
  static let beginUpdate = Array("\u{1B}[?2026h".utf8)
  /// Show it.
  static let endUpdate = Array("\u{1B}[?2026l".utf8)
  /// Mark what is pasted; remember the window's title.
  static let enter = Array("\u{1B}[?2004h\u{1B}[22;2t".utf8)
  /// Undo `enter`.
  static let leave = Array("\u{1B}[23;2t\u{1B}[?2004l".utf8)
  /// Report clicks and the wheel, in the form that has no limit on columns.
  static let mouseOn = Array("\u{1B}[?1000h\u{1B}[?1006h".utf8)
  /// Stop reporting them.
  static let mouseOff = Array("\u{1B}[?1006l\u{1B}[?1000l".utf8)

  /// Everything that brings the screen back when there is no time to ask ncurses; the terminal must be
  /// open, for its type decides.
  static func restore() -> [UInt8] {
    let capabilities = ["rmkx", "sgr0", "op", "rmcup"].flatMap(capability)
    let newLine = capability("rmcup").isEmpty ? Array("\r\n".utf8) : []
    return endUpdate + mouseOff + leave + capabilities + showCursor() + newLine
  }

  /// Show the cursor; the terminal must be open, for its type decides.
  static func showCursor() -> [UInt8] { capability("cnorm") }

  /// A terminfo string without the delays in it (`$<5>`), which no terminal of today needs.
  private static func capability(_ name: String) -> [UInt8] {
    guard let value = ncurses_capability(name) else { return [] }
    var bytes: [UInt8] = []
    var isDelay = false
    for byte in String(cString: value).utf8 {
      if byte == UInt8(ascii: "$") {
        isDelay = true
      } else if isDelay {
        isDelay = byte != UInt8(ascii: ">")
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
