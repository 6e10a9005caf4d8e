internal import Canvas

/// Gives each style of a frame a letter, in the order in which they appear.
struct StyleLetters {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

  private var styles: [Style] = []

  /// The style's letter; `.` for the terminal's own look.
  mutating func letter(for style: Style) -> Character {
    if style == .plain { return "." }
    let index = styles.firstIndex(of: style) ?? styles.count
    if index == styles.count { styles.append(style) }
    return index < Self.letters.count ? Self.letters[index] : "?"
  }

  /// Says what each letter stands for.
  var legend: [String] {
    zip(Self.letters, styles).map { "\($0) = \(Self.describe($1))" }
  }

  private static func describe(_ style: Style) -> String {
    var words: [String] = []
    if style.foreground != .standard { words.append("\(style.foreground)") }
    if style.background != .standard { words.append("on \(style.background)") }
    let names: [(Style.Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.reverse, "reverse"), (.underline, "underline"),
    ]
    words += names.filter { style.attributes.contains($0.0) }.map(\.1)
    return words.joined(separator: " ")
  }
}
