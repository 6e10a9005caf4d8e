import Canvas
import SeededRandomness
import Testing

@Suite struct LineTests {
  @Test(
    "A line wraps at spaces",
    arguments: [
      ("one two three", 7, ["one two", "three"]), ("one two three", 8, ["one two", "three"]),
      ("one two three", 5, ["one", "two", "three"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
      ("a bcdefgh", 4, ["a", "bcde", "fgh"]), ("a  b", 2, ["a", "b"]), ("", 5, [""]),
      ("fits", 4, ["fits"]), ("安娜王", 5, ["安娜", "王"]), ("安a", 1, ["…", "a"]),
      ("a b", 0, []),
    ])
  func wrapping(text: String, columns: Int, rows: [String]) {
    #expect(Line(text).wrapped(to: columns).map(\.text) == rows)
  }

  @Test("Indentation stays where a line wraps, and what hangs stands further in")
  func indentation() {
    let line = Line("– refund:invoices of the API", indentation: 2, hanging: 2)
    let rows = line.wrapped(to: 20)
    #expect(rows.map(\.indentation) == [2, 4])
    #expect(rows.map(\.text) == ["– refund:invoices", "of the API"])
    #expect(Line("abcdefgh", indentation: 90).wrapped(to: 6).map(\.text) == ["abc", "def", "gh"])
  }

  @Test("Roles stay with their words")
  func roles() {
    let line = Line(Span("It loses ", .text), Span("delete:users and more", .danger))
    let rows = line.wrapped(to: 12)
    #expect(
      rows.map(\.spans) == [
        [Span("It loses", .text)], [Span("delete:users", .danger)], [Span("and more", .danger)],
      ])
  }

  @Test("A span of fixed width lets lines stand in columns")
  func columns() {
    #expect(Line(Span("ab", .text, columns: 5), Span("c")).text == "ab   c")
    #expect(Span("abcdef", columns: 4).text == "abc…")
    #expect(Span("auth0|63d1", columns: 5, keeping: .ends).text == "au…d1")
  }

  @Test("A text passes the gate once, however often it is wrapped")
  func gateOnce() {
    let line = Line("\u{1B}\u{1B}\u{1B} \u{1B}")
    #expect(line.wrapped(to: 9).flatMap { $0.wrapped(to: 5) }.map(\.text).joined().count == 16)
    #expect(line.wrapped(to: 8).map(\.text) == ["‹1B›‹1B›", "‹1B›", "‹1B›"])
  }

  @Test("No row of any line is too wide, and no word is lost", arguments: UInt64(0)..<150)
  func anyLine(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let line = Line(
      Span(generator.text()), Span(generator.words(), .danger),
      indentation: Int.random(in: 0...6, using: &generator),
      hanging: Int.random(in: 0...6, using: &generator))
    for columns in 1...40 {
      let rows = line.wrapped(to: columns)
      #expect(rows.allSatisfy { $0.columns <= columns }, "seed \(seed), \(columns) columns")
      guard columns / 2 >= 2 else { continue }
      let before = line.text.unicodeScalars.filter { $0 != " " }
      let after = rows.flatMap { $0.text.unicodeScalars.filter { $0 != " " } }
      #expect(Array(before) == after, "seed \(seed), \(columns) columns")
    }
  }
}
