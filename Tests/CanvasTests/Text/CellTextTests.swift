import Canvas
import SeededRandomness
import Testing

@Suite struct CellTextTests {
  @Test(
    "The gate writes what must not be drawn as its number",
    arguments: [
      ("", ""), ("Ana Lima", "Ana Lima"), ("ana\u{1B}[31m", "ana‹1B›[31m"), ("a\tb\n", "a‹9›b‹A›"),
      ("\r\n", "‹D›‹A›"), ("\u{0}", "‹0›"), ("a\u{7F}", "a‹7F›"), ("\u{9B}2J", "‹9B›2J"),
      ("\u{202E}gro.emca", "‹202E›gro.emca"), ("a\u{200B}b", "a‹200B›b"),
      ("\u{2066}a\u{2069}", "‹2066›a‹2069›"), ("a\u{A0}b", "a‹A0›b"), ("\u{2028}", "‹2028›"),
      ("\u{AD}", "‹AD›"), ("\u{FEFF}a", "‹FEFF›a"), ("\u{3164}", "‹3164›"),
      ("\u{2800}", "‹2800›"), ("‹1B›", "‹2039›1B›"), ("\u{E000}", "‹E000›"),
      ("\u{E0041}", "‹E0041›"), ("\u{10FFFF}", "‹10FFFF›"), ("安娜 王", "安娜 王"),
      ("آنا حسيني", "آنا حسيني"), ("a\u{3000}b", "a\u{3000}b"), ("e\u{301}", "e\u{301}"),
      ("❤\u{FE0F}", "❤‹FE0F›"), ("👨\u{200D}👩", "👨‹200D›👩"), ("👍🏽", "👍🏽"), ("🇺🇸", "🇺🇸"),
    ])
  func gate(text: String, visible: String) {
    #expect(Array(CellText(text).visible.unicodeScalars) == Array(visible.unicodeScalars))
  }

  @Test(
    "A mark needs something to stand on, and no more than four stand on one scalar",
    arguments: [
      ("\u{301}", "‹301›"), (" \u{301}", " ‹301›"), ("\u{3000}\u{301}", "\u{3000}‹301›"),
      ("\u{1B}\u{301}", "‹1B›‹301›"),
      ("a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}b", "a\u{301}\u{302}\u{303}\u{304}‹305›‹306›b"),
    ])
  func marks(text: String, visible: String) {
    #expect(Array(CellText(text).visible.unicodeScalars) == Array(visible.unicodeScalars))
  }

  @Test("Korean vowels and finals stand on Korean consonants alone")
  func jamo() {
    let syllable = CellText("\u{1112}\u{1161}\u{11AB}")
    #expect(syllable.glyphs.count == 1)
    #expect(syllable.columns == 2)
    #expect(CellText("a\u{1161}").visible == "a‹1161›")
    #expect(CellText("\u{11AB}").visible == "‹11AB›")
  }

  @Test("Each part of an emoji sequence has cells of its own")
  func emoji() {
    #expect(CellText("👍🏽").glyphs.map(\.width) == [2, 2])
    #expect(CellText("🇺🇸").glyphs.map(\.width) == [1, 1])
    #expect(CellText("👨\u{200D}👩").columns == 2 + 6 + 2)
  }

  @Test("Only what the gate wrote is told as a replacement")
  func replacement() {
    let text = CellText("a‹\u{7}")
    #expect(text.glyphs.map(\.text).joined() == "a‹2039›‹7›")
    #expect(text.glyphs.map(\.isReplacement) == [false] + Array(repeating: true, count: 9))
  }

  @Test("Texts that look the same are equal however they were made")
  func equality() {
    #expect(CellText("安b").truncated(to: 9) == CellText("安b"))
    #expect(CellText("a") + CellText("安") == CellText("a安"))
    #expect(CellText("安") + CellText("") == CellText("安"))
    #expect(CellText("\u{1B}") != CellText("‹1B›"))
  }

  @Test("The gate can be undone: no two texts look alike", arguments: UInt64(0)..<200)
  func injective(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let text = generator.text()
      let shown = CellText(text)
      #expect(original(shown.visible) == Array(text.unicodeScalars), "seed \(seed)")
      #expect(shown.columns == shown.glyphs.reduce(0) { $0 + Int($1.width) }, "seed \(seed)")
      #expect(
        shown.visible.unicodeScalars.allSatisfy { CellWidth($0) != nil }, "seed \(seed)")
      #expect(shown.glyphs.allSatisfy { (1...5).contains($0.text.unicodeScalars.count) })
    }
  }

  @Test("Every scalar alone is either itself or its number")
  func everyScalar() {
    var wrong: [UInt32] = []
    // All of the first plane's, and every seventh of the others.
    let values = Array(UInt32(0)...0xFFFF) + Array(stride(from: 0x10000, through: 0x10FFFF, by: 7))
    for scalar in values.lazy.compactMap({ Unicode.Scalar($0) }) {
      let shown = CellText(String(scalar)).visible
      let isItself = CellWidth(scalar) != nil && CellWidth(scalar) != .mark && scalar != "‹"
      let expected =
        isItself ? String(scalar) : "‹" + String(scalar.value, radix: 16, uppercase: true) + "›"
      if !shown.unicodeScalars.elementsEqual(expected.unicodeScalars) { wrong.append(scalar.value) }
    }
    #expect(wrong.isEmpty)
  }

  /// Takes the numbers in `‹›` back to scalars.
  private func original(_ visible: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    var number: String?
    for scalar in visible.unicodeScalars {
      switch (scalar, number) {
      case ("‹", _): number = ""
      case ("›", let digits?):
        if let scalar = UInt32(digits, radix: 16).flatMap({ Unicode.Scalar($0) }) {
          scalars.append(scalar)
        }
        number = nil
      case (_, let digits?): number = digits + String(scalar)
      case (_, nil): scalars.append(scalar)
      }
    }
    return scalars
  }
}
