import Canvas
import SeededRandomness
import Testing

@Suite struct FittingTests {
  @Test(
    "A text that is too long keeps its start or both ends",
    arguments: [
      ("auth0|63d17c50", 14, "auth0|63d17c50", "auth0|63d17c50"),
      ("auth0|63d17c50", 9, "auth0|63…", "auth…7c50"), ("abcdef", 4, "abc…", "ab…f"),
      ("abc", 1, "…", "…"), ("abc", 0, "", ""), ("abc", -1, "", ""), ("安娜王", 5, "安娜…", "安…王"),
      ("安娜王", 4, "安…", "安…"), ("安娜王", 2, "…", "…"),
    ])
  func truncated(text: String, columns: Int, start: String, ends: String) {
    #expect(CellText(text).truncated(to: columns, keeping: .start).visible == start)
    #expect(CellText(text).truncated(to: columns, keeping: .ends).visible == ends)
  }

  @Test("A padded text keeps to its side")
  func padded() {
    #expect(CellText("48").padded(to: 5).visible == "48   ")
    #expect(CellText("48").padded(to: 5, alignment: .trailing).visible == "   48")
    #expect(CellText("安娜王").padded(to: 4, alignment: .trailing).visible == " 安…")
    #expect(CellText("安").padded(to: 3).visible == "安 ")
  }

  @Test("Any text fits any width, and no glyph is split", arguments: UInt64(0)..<100)
  func fits(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = CellText(generator.text())
    for columns in 0...(text.columns + 2) {
      for truncation in [Truncation.start, .ends] {
        let cut = text.truncated(to: columns, keeping: truncation)
        #expect(cut.columns <= columns, "seed \(seed), \(columns) columns")
        // Wide glyphs on both sides of the cut may leave a column each.
        #expect(cut.columns >= min(columns, text.columns) - 2, "seed \(seed), \(columns) columns")
        let known = Set(text.glyphs.map(\.text) + ["…"])
        #expect(cut.glyphs.allSatisfy { known.contains($0.text) }, "seed \(seed)")
        let padded = text.padded(to: columns, keeping: truncation)
        #expect(padded.columns == columns, "seed \(seed), \(columns) columns")
      }
    }
  }
}
