import Canvas
import Testing

@Suite struct KeyTests {
  private static let all: [Key] =
    [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .character("<"), .character(">"), .character(" "),
      .character("é"), .character("安"), .character("👍🏽"), .control("r"), .control("a"),
      .function(1), .function(12),
    ] + (0x20..<0x7F).map { .character(Character(Unicode.Scalar(UInt8($0)))) }

  @Test("A key can be written and read again", arguments: all)
  func roundTrip(key: Key) {
    #expect(Key(notation: key.notation) == key)
    #expect([Key](notation: "j" + key.notation + "k") == [.character("j"), key, .character("k")])
  }

  @Test("Keys are written one after the other")
  func sequence() {
    #expect(
      [Key](notation: "jj<enter>d<c-r><lt>") == [
        .character("j"), .character("j"), .enter, .character("d"), .control("r"), .character("<"),
      ])
    #expect([Key](notation: "") == [])
    #expect([Key.backTab, .function(5)].notation == "<s-tab><f5>")
  }

  @Test(
    "What is not a key is refused",
    arguments: ["<", "<>", "<enter", "<nothing>", "<c->", "<c-ab>", "<f>", "<f0>", "<f99>", "a<b"])
  func refused(notation: String) {
    #expect([Key](notation: notation) == nil)
    #expect(Key(notation: notation) == nil)
  }

  @Test("One key is one key")
  func single() {
    #expect(Key(notation: "") == nil)
    #expect(Key(notation: "ab") == nil)
  }

  @Test("No two keys have the same label, and each label can be drawn", arguments: all)
  func label(key: Key) {
    #expect(!key.label.isEmpty)
    #expect(CellText(key.label).glyphs.allSatisfy { !$0.isReplacement })
    #expect(Set(Self.all).filter { $0.label == key.label }.count == 1)
  }
}
