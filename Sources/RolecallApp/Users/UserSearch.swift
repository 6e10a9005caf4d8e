package import AccessModel

/// What a person typed into the search field, and what it asks the tenant for.
///
/// Search lags behind writes, and finds neither an id nor an email at once; so a text that looks like
/// one is also asked for by itself.
package struct UserSearch: Hashable, Sendable {
  /// A user that the text may name exactly.
  package enum Exact: Hashable, Sendable {
    case email(String)
    case id(UserID)
  }

  /// The text, without space around it.
  package let text: String

  /// A search for a text; space around it does not count.
  package init(_ text: String) {
    let start = text.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }
    self.text = end.map { String(start[...$0]) } ?? ""
  }

  /// Everybody.
  package static let everybody = UserSearch("")

  /// Whether the text is Lucene syntax, which begins with a field: `email:*@acme.example`.
  package var isLucene: Bool {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return false }
    let isField = text[..<colon].allSatisfy { character in
      character.isASCII && (character.isLetter || character.isNumber || "_.-(".contains(character))
    }
    return isField && text.index(after: colon) != text.endIndex
  }

  /// What to ask for besides the search.
  package var exact: Exact? {
    guard !isLucene else { return nil }
    if let bar = text.firstIndex(of: "|"), bar != text.startIndex,
      text.index(after: bar) != text.endIndex
    {
      return .id(UserID(text))
    }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isEmail =
      parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.contains(where: \.isWhitespace)
    return isEmail ? .email(text) : nil
  }

  /// The search in Lucene syntax; `nil` for everybody.
  ///
  /// Each word must be in the name, the email or the nickname: within them from three letters on, at
  /// their beginning with fewer, because the API refuses shorter texts after a leading wildcard.
  package var lucene: String? {
    guard !text.isEmpty else { return nil }
    guard !isLucene else { return text }
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.map(Self.clause).joined(separator: " AND ")
  }

  private static func clause(for word: Substring) -> String {
    let escaped = escape(word)
    let pattern = word.count >= 3 ? "*\(escaped)*" : "\(escaped)*"
    let fields = ["name", "email", "nickname"].map { "\($0):\(pattern)" }
    return "(" + fields.joined(separator: " OR ") + ")"
  }

  private static func escape(_ word: Substring) -> String {
    var escaped = ""
    // Scalar by scalar: with a mark on it a bracket would pass for another character.
    for scalar in word.unicodeScalars {
      if #"+-&|!(){}[]^"~*?:\/"#.unicodeScalars.contains(scalar) { escaped.append("\\") }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
