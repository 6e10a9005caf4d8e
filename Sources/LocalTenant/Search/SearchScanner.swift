/// Walks over the text of a query, one word at a time.
struct SearchScanner {
  /// What ends a word, unless a backslash stands before it.
  private static let delimiters: Set<Unicode.Scalar> = [
    "(", ")", "{", "}", "[", "]", "\"", ":", "^", "~",
  ]

  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  private var next: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  private mutating func skipSpace() {
    while let scalar = next, scalar.properties.isWhitespace { position += 1 }
  }

  /// Whether nothing but white space is left.
  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return next == nil
    }
  }

  /// Whether a word follows that is an operator.
  var isAtReservedWord: Bool {
    mutating get {
      var ahead = self
      return ahead.takeWord("AND") || ahead.takeWord("OR") || ahead.takeWord("NOT")
    }
  }

  mutating func isAt(_ scalar: Unicode.Scalar) -> Bool {
    skipSpace()
    return next == scalar
  }

  /// Takes a sign, if it comes next.
  mutating func takeSign(_ sign: String) -> Bool {
    skipSpace()
    let wanted = Array(sign.unicodeScalars)
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  /// Takes a colon that follows at once.
  mutating func takeColon() -> Bool {
    guard next == ":" else { return false }
    position += 1
    return true
  }

  /// Takes a whole word, if it comes next.
  mutating func takeWord(_ word: String) -> Bool {
    skipSpace()
    let wanted = Array(word.unicodeScalars)
    guard scalars[position...].starts(with: wanted) else { return false }
    let end = position + wanted.count
    guard end == scalars.count || scalars[end].properties.isWhitespace || scalars[end] == "("
    else { return false }
    position = end
    return true
  }

  /// A text in quotes, without them; nil if none comes next.
  mutating func phrase() throws(SearchSyntaxError) -> String? {
    guard isAt("\"") else { return nil }
    position += 1
    var text = String.UnicodeScalarView()
    while let scalar = next {
      position += 1
      switch scalar {
      case "\"": return String(text)
      case "\\": text.append(try escaped())
      default: text.append(scalar)
      }
    }
    throw SearchSyntaxError(problem: "a quotation mark is not closed")
  }

  /// A word, in which `*` and `?` are wildcards.
  mutating func term() throws(SearchSyntaxError) -> TextPattern {
    skipSpace()
    var pieces: [TextPattern.Piece] = []
    while let scalar = next, !scalar.properties.isWhitespace, !Self.delimiters.contains(scalar) {
      position += 1
      switch scalar {
      case "*": if pieces.last != .many { pieces.append(.many) }
      case "?": pieces.append(.one)
      case "\\": pieces.append(.literal(try escaped()))
      default: pieces.append(.literal(scalar))
      }
    }
    guard !pieces.isEmpty, pieces.first != .literal("/") else {
      throw SearchSyntaxError(problem: "a word is expected")
    }
    guard next != "^", next != "~" else {
      throw SearchSyntaxError(problem: "boosts and fuzzy words are not supported")
    }
    return TextPattern(pieces)
  }

  /// `[a TO b]`, where braces leave the bound itself out; nil if none comes next.
  mutating func range() throws(SearchSyntaxError) -> SearchRange? {
    let isLowerInclusive = isAt("[")
    guard isLowerInclusive || isAt("{") else { return nil }
    position += 1
    let lower = try rangeBound()
    guard takeWord("TO") else { throw SearchSyntaxError(problem: "a range needs TO") }
    let upper = try rangeBound()
    let isUpperInclusive = isAt("]")
    guard isUpperInclusive || isAt("}") else {
      throw SearchSyntaxError(problem: "a range is not closed")
    }
    position += 1
    return SearchRange(
      lower: lower.map { SearchRange.Bound(text: $0, isInclusive: isLowerInclusive) },
      upper: upper.map { SearchRange.Bound(text: $0, isInclusive: isUpperInclusive) })
  }

  /// `>a`, `>=a`, `<a` or `<=a`; nil if none comes next.
  mutating func comparison() throws(SearchSyntaxError) -> SearchRange? {
    for (sign, isLower, isInclusive) in [
      (">=", true, true), ("<=", false, true), (">", true, false), ("<", false, false),
    ] where takeSign(sign) {
      guard let text = try rangeBound() else {
        throw SearchSyntaxError(problem: "a bound is expected")
      }
      let bound = SearchRange.Bound(text: text, isInclusive: isInclusive)
      return isLower ? SearchRange(lower: bound) : SearchRange(upper: bound)
    }
    return nil
  }

  /// A bound, which may hold the colons of a time; nil for `*`.
  private mutating func rangeBound() throws(SearchSyntaxError) -> String? {
    if let phrase = try phrase() { return phrase }
    skipSpace()
    var text = String.UnicodeScalarView()
    while let scalar = next, !scalar.properties.isWhitespace,
      !"]}()".unicodeScalars.contains(scalar)
    {
      position += 1
      text.append(scalar == "\\" ? try escaped() : scalar)
    }
    guard !text.isEmpty else { throw SearchSyntaxError(problem: "a bound is expected") }
    return String(text) == "*" ? nil : String(text)
  }

  private mutating func escaped() throws(SearchSyntaxError) -> Unicode.Scalar {
    guard let scalar = next else {
      throw SearchSyntaxError(problem: "a backslash has nothing to escape")
    }
    position += 1
    return scalar
  }
}
