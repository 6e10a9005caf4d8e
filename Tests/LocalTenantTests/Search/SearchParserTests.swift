import Testing

@testable import LocalTenant

@Suite("Reading a search")
struct SearchParserTests {
  private static func term(_ field: String?, _ text: String) -> SearchQuery {
    .term(field: field, pattern: TextPattern(literal: text))
  }

  private static func prefix(_ field: String?, _ text: String) -> SearchQuery {
    .term(
      field: field,
      pattern: TextPattern(text.unicodeScalars.map(TextPattern.Piece.literal) + [.many]))
  }

  @Test(
    "A query is read as what it says",
    arguments: [
      ("", .everything), ("  ", .everything), ("*", .everything), ("ana", term(nil, "ana")),
      ("name:ana", term("name", "ana")), (#"name:"Ana Lima""#, term("name", "Ana Lima")),
      ("name: ana", term("name", "ana")), ("name:ana*", prefix("name", "ana")),
      (#"name:Ana\ Lima"#, term("name", "Ana Lima")), (#"a\:b"#, term(nil, "a:b")),
      (#""say \"hi\" \\""#, term(nil, #"say "hi" \"#)), ("name:*", .exists(field: "name")),
      ("_exists_:last_login", .exists(field: "last_login")),
      ("ana@acme.example", term(nil, "ana@acme.example")),
      ("user_id:auth0|1", term("user_id", "auth0|1")),
      ("a OR b", .any([term(nil, "a"), term(nil, "b")])),
      ("a b", .any([term(nil, "a"), term(nil, "b")])),
      ("a AND b", .all([term(nil, "a"), term(nil, "b")])),
      ("a && b", .all([term(nil, "a"), term(nil, "b")])),
      ("a AND b OR c", .any([.all([term(nil, "a"), term(nil, "b")]), term(nil, "c")])),
      ("a AND (b OR c)", .all([term(nil, "a"), .any([term(nil, "b"), term(nil, "c")])])),
      ("NOT a", .not(term(nil, "a"))), ("-a", .not(term(nil, "a"))),
      ("a NOT b", .all([term(nil, "a"), .not(term(nil, "b"))])),
      ("a OR NOT b", .any([term(nil, "a"), .not(term(nil, "b"))])),
      ("a AND NOT b", .all([term(nil, "a"), .not(term(nil, "b"))])),
      ("+a b", term(nil, "a")),
      ("name:(a OR b)", .any([term("name", "a"), term("name", "b")])),
      ("ORANGE", term(nil, "ORANGE")), ("or", term(nil, "or")),
    ] as [(String, SearchQuery)])
  func read(text: String, expected: SearchQuery) throws {
    #expect(try SearchParser.parse(text) == expected)
  }

  @Test(
    "Ranges have their bounds",
    arguments: [
      (
        "n:[1 TO 2]",
        SearchRange(
          lower: .init(text: "1", isInclusive: true), upper: .init(text: "2", isInclusive: true))
      ),
      (
        "n:{1 TO 2]",
        SearchRange(
          lower: .init(text: "1", isInclusive: false), upper: .init(text: "2", isInclusive: true))
      ),
      ("n:[* TO 2}", SearchRange(upper: .init(text: "2", isInclusive: false))),
      ("n:>=1", SearchRange(lower: .init(text: "1", isInclusive: true))),
      ("n:<1", SearchRange(upper: .init(text: "1", isInclusive: false))),
      (
        #"n:[2025-12-01T10:00:00 TO "2026"]"#,
        SearchRange(
          lower: .init(text: "2025-12-01T10:00:00", isInclusive: true),
          upper: .init(text: "2026", isInclusive: true))
      ),
    ])
  func ranges(text: String, expected: SearchRange) throws {
    #expect(try SearchParser.parse(text) == .range(field: "n", expected))
  }

  @Test(
    "What cannot be read is refused",
    arguments: [
      "(", ")", "a)", "(a", "\"a", "name:", ":a", "name:a:b", "a AND", "AND a", "OR", "NOT",
      "n:[1 TO 2", "n:[1 2]", "n:[1 TO ]", #"a\"#, "a^2", "a~", "/a/", "*a", "name:*ab", "?a", "()",
      "_exists_:", "_exists_:a*", "user_metadata.a:b*", "user_metadata.a:[1 TO 2]", "a]", "n:>=",
    ])
  func refused(text: String) {
    #expect(throws: SearchSyntaxError.self) { try SearchParser.parse(text) }
  }

  @Test("A search nested too deeply is refused, and does not end the tenant")
  func deep() {
    let text = String(repeating: "(", count: 100_000)
    #expect(throws: SearchSyntaxError.self) { try SearchParser.parse(text) }
  }

  @Test(
    "A leading wildcard needs three characters", arguments: ["*ana*", "name:*ana", "email:*a?na"])
  func threeCharacters(text: String) throws {
    _ = try SearchParser.parse(text)
  }
}
