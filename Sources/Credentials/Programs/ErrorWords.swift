/// What a program said on standard error, short enough for a sentence, and without what may be a secret.
struct ErrorWords: Hashable, Sendable {
  /// The words; `nil` where there are none.
  let text: String?

  /// How many characters are kept.
  static let longest = 300

  /// Takes the first lines that say something.
  ///
  /// - Parameters:
  ///   - errors: What was said.
  ///   - output: What the program printed, of which nothing is shown.
  init(_ errors: String, hiding output: String) {
    var said = errors
    let secret = output.trimmed
    // Of a secret's length, so that a letter that was printed does not take all letters away.
    if secret.count >= 8 { said = said.replacing(secret, with: "(redacted)") }
    let lines = said.split(whereSeparator: \.isNewline).map { String($0).trimmed }
      .filter { !$0.isEmpty }
    let words = lines.prefix(3).joined(separator: " / ")
    let plain = String(Self.withoutLongRuns(words).prefix(Self.longest))
    text = plain.isEmpty ? nil : plain
  }

  /// The text without runs of 40 letters and digits, as tokens and keys are.
  private static func withoutLongRuns(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      var run = 0
      for character in word {
        let isDigit =
          character.isASCII
          && (character.isLetter || character.isNumber || "-_.+/=%".contains(character))
        run = isDigit ? run + 1 : 0
        if run >= 40 { return "(redacted)" }
      }
      return String(word)
    }.joined(separator: " ")
  }
}
