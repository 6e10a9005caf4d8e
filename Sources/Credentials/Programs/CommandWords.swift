/// A command as words, split without a shell.
///
/// Spaces, tabs and line feeds separate words. Within single quotes everything stands for itself; within
/// double quotes a backslash takes `"` and `\` literally; outside of quotes it takes any character
/// literally. Nothing else has a meaning: no `$`, no `|`, no `*`, no `~`.
struct CommandWords: Hashable, Sendable {
  /// The program and its arguments; at least one.
  let words: [String]

  /// Splits a text; `nil` where a quote is not closed, where it ends in a backslash, and where there is
  /// no word, or no name of a program.
  init?(_ text: String) {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = text[...]
    while let character = rest.popFirst() {
      switch (quote, character) {
      case (nil, _) where character.isWhitespace:
        if let whole = word { words.append(whole) }
        word = nil
      case (nil, "'"), (nil, "\""):
        quote = character
        word = word ?? ""
      case (_, quote):
        quote = nil
      case (nil, "\\"):
        guard let next = rest.popFirst() else { return nil }
        word = (word ?? "") + String(next)
      case ("\"", "\\"):
        guard let next = rest.popFirst() else { return nil }
        if next != "\"", next != "\\" { word?.append(character) }
        word?.append(next)
      default:
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else { return nil }
    if let whole = word { words.append(whole) }
    guard let program = words.first, !program.isEmpty, !text.contains("\0") else { return nil }
    self.words = words
  }
}
