/// The bytes that ask a terminal to put text on the clipboard (OSC 52).
struct ClipboardSequence {
  /// What stands between the program and the terminal, and must be told to pass the bytes on.
  enum Multiplexer: Hashable {
    case none
    case tmux
    case screen

    /// What the environment tells; `variable` looks one up.
    init(environment variable: (String) -> String?) {
      let type = variable("TERM") ?? ""
      if variable("TMUX") != nil || type.hasPrefix("tmux") {
        self = .tmux
      } else if variable("STY") != nil || type.hasPrefix("screen") {
        self = .screen
      } else {
        self = .none
      }
    }
  }

  /// What is to be on the clipboard.
  var text: String

  /// How much GNU screen takes in one piece.
  private static let screenPiece = 240

  /// The bytes to write.
  func bytes(through multiplexer: Multiplexer) -> [UInt8] {
    let plain = Array("\u{1B}]52;c;".utf8) + Base64.encode(Array(text.utf8)) + [0x07]
    switch multiplexer {
    case .none:
      return plain
    case .tmux:
      // One of its settings takes the plain form, another one the wrapped form; both say the same.
      let escaped = plain.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
      return plain + Array("\u{1B}Ptmux;".utf8) + escaped + Array("\u{1B}\\".utf8)
    case .screen:
      return stride(from: 0, to: plain.count, by: Self.screenPiece).flatMap { start in
        Array("\u{1B}P".utf8) + plain[start..<min(start + Self.screenPiece, plain.count)]
          + Array("\u{1B}\\".utf8)
      }
    }
  }
}
