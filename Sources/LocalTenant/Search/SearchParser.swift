/// Reads the part of Lucene's query syntax that Auth0's user search takes.
///
/// Terms, phrases, wildcards, `field:`, `_exists_:`, ranges, parentheses, `AND`, `OR`, `NOT`, and
/// the signs `+`, `-`, `!`, `&&` and `||`. `AND` binds more tightly than `OR`; what stands side by
/// side is joined by `OR`.
struct SearchParser {
  private static let deepest = 64

  private var scanner: SearchScanner
  private var depth = 0

  private init(_ text: String) {
    scanner = SearchScanner(text)
  }

  /// The query that a text spells; nothing at all asks for every user.
  static func parse(_ text: String) throws(SearchSyntaxError) -> SearchQuery {
    var parser = SearchParser(text)
    guard !parser.scanner.isAtEnd else { return .everything }
    let query = try parser.disjunction(field: nil)
    guard parser.scanner.isAtEnd else { throw SearchSyntaxError(problem: "unbalanced parenthesis") }
    return query
  }

  /// How an operand that stands beside others is to be taken.
  private enum Occurrence {
    case should
    case must
    case mustNot
  }

  private mutating func disjunction(field: String?) throws(SearchSyntaxError) -> SearchQuery {
    var operands = [try conjunction(field: field)]
    while !scanner.isAtEnd, !scanner.isAt(")") {
      let isExplicit = scanner.takeWord("OR") || scanner.takeSign("||")
      var next = try conjunction(field: field)
      // `a OR NOT b` is read as written; `a NOT b` takes b away.
      if isExplicit { next.occurrence = next.occurrence == .must ? .must : .should }
      operands.append(next)
    }
    return Self.combined(operands)
  }

  private typealias Operand = (query: SearchQuery, occurrence: Occurrence)

  private static func combined(_ operands: [Operand]) -> SearchQuery {
    if operands.count == 1 { return operands[0].query }
    let must = operands.filter { $0.occurrence == .must }.map(\.query)
    let mustNot = operands.filter { $0.occurrence == .mustNot }.map(\.query)
    let should = operands.filter { $0.occurrence == .should }.map(\.query)
    var parts = must
    if must.isEmpty, !should.isEmpty { parts.append(should.count == 1 ? should[0] : .any(should)) }
    // The query of an operand that must not match already says "not".
    parts += mustNot
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func conjunction(field: String?) throws(SearchSyntaxError) -> Operand {
    let first = try operand(field: field)
    var queries = [first.query]
    while scanner.takeWord("AND") || scanner.takeSign("&&") {
      queries.append(try operand(field: field).query)
    }
    return queries.count == 1 ? first : (.all(queries), .should)
  }

  private mutating func operand(field: String?) throws(SearchSyntaxError) -> Operand {
    if scanner.takeWord("NOT") || scanner.takeSign("!") || scanner.takeSign("-") {
      return (.not(try primary(field: field)), .mustNot)
    }
    if scanner.takeSign("+") { return (try primary(field: field), .must) }
    return (try primary(field: field), .should)
  }

  private mutating func primary(field: String?) throws(SearchSyntaxError) -> SearchQuery {
    guard depth < Self.deepest else { throw SearchSyntaxError(problem: "nested too deeply") }
    depth += 1
    defer { depth -= 1 }
    if scanner.takeSign("(") {
      let query = try disjunction(field: field)
      guard scanner.takeSign(")") else {
        throw SearchSyntaxError(problem: "a parenthesis is not closed")
      }
      return query
    }
    if let phrase = try scanner.phrase() {
      return .term(field: field, pattern: TextPattern(literal: phrase))
    }
    if let field, let range = try scanner.range() {
      return .range(field: field, try Self.checked(range, field: field))
    }
    if let field, let range = try scanner.comparison() {
      return .range(field: field, try Self.checked(range, field: field))
    }
    if scanner.isAtReservedWord { throw SearchSyntaxError(problem: "an operator has no operand") }
    let pattern = try scanner.term()
    guard scanner.takeColon() else { return try Self.term(pattern, field: field) }
    guard field == nil, let name = pattern.literal, !name.isEmpty else {
      throw SearchSyntaxError(problem: "a colon stands where no field name does")
    }
    if name == "_exists_" {
      guard let existing = try scanner.term().literal else {
        throw SearchSyntaxError(problem: "_exists_ takes the name of a field")
      }
      return .exists(field: existing)
    }
    return try primary(field: name)
  }

  private static func term(
    _ pattern: TextPattern, field: String?
  ) throws(SearchSyntaxError) -> SearchQuery {
    if pattern.pieces == [.many] { return field.map(SearchQuery.exists) ?? .everything }
    if pattern.literal == nil, let field, isUserMetadata(field) {
      throw SearchSyntaxError(problem: "user_metadata cannot be searched with wildcards")
    }
    // The real search refuses short texts behind a wildcard: they would match nearly everybody.
    guard !pattern.beginsWithWildcard || pattern.literalCount >= 3 else {
      throw .shortWildcard
    }
    return .term(field: field, pattern: pattern)
  }

  private static func checked(
    _ range: SearchRange, field: String
  ) throws(SearchSyntaxError) -> SearchRange {
    guard !isUserMetadata(field) else {
      throw SearchSyntaxError(problem: "user_metadata cannot be searched by range")
    }
    return range
  }

  private static func isUserMetadata(_ field: String) -> Bool {
    field.hasPrefix("user_metadata.")
  }
}
