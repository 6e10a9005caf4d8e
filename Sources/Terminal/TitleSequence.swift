/// The bytes that set the terminal's title (OSC 2).
struct TitleSequence {
  /// How many characters of a title are sent.
  private static let limit = 200

  /// What the title is to say.
  var title: String

  /// The bytes to write: what cannot be printed is left out, so that no title ends the sequence early.
  var bytes: [UInt8] {
    let printable = title.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
        .unassigned:
        false
      default: true
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: printable)
    return Array("\u{1B}]2;\(String(String(text).prefix(Self.limit)))\u{07}".utf8)
  }
}
