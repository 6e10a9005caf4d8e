/// Text that has passed the gate: nothing in it can harm a terminal or hide from a reader.
///
/// Whatever a terminal would act on, hide or draw unreliably is written as its number in `‹›`, such as
/// `‹1B›` for Escape. So is a literal `‹`: two texts that differ in a scalar never look alike.
package struct CellText: Hashable, Sendable {
  /// What one cell, or one pair of cells, shows.
  package struct Glyph: Hashable, Sendable {
    let content: CellContent
    /// How many columns it takes: 1 or 2.
    package let width: UInt8
    /// Whether it is part of a number written in place of a scalar.
    package let isReplacement: Bool

    init(_ content: CellContent, width: UInt8 = 1, isReplacement: Bool = false) {
      self.content = content
      self.width = width
      self.isReplacement = isReplacement
    }

    /// One spacing scalar and up to four marks on it.
    package var text: String { content.text }

    static let ellipsis = Glyph(.ellipsis)
    static let space = Glyph(.space)
  }

  /// Plain ASCII needs no glyphs of its own: that is nearly all text, and drawing must be quick.
  enum Storage: Hashable, Sendable {
    case ascii(String)
    case glyphs([Glyph])
  }

  let storage: Storage
  /// How many columns the whole takes.
  package let columns: Int

  /// Passes a text through the gate.
  package init(_ text: String) {
    if Self.isPlain(text) {
      self.init(storage: .ascii(text), columns: text.utf8.count)
    } else {
      var gate = TextGate()
      for scalar in text.unicodeScalars { gate.append(scalar) }
      self.init(glyphs: gate.finish())
    }
  }

  /// A text of glyphs that have passed the gate before.
  init(glyphs: [Glyph]) {
    // Equal texts must have equal storage, or `==` would tell apart what looks the same.
    if glyphs.allSatisfy({ !$0.isReplacement && $0.content.isPlain }) {
      let text = glyphs.reduce(into: "") { $0 += $1.text }
      self.init(storage: .ascii(text), columns: text.utf8.count)
    } else {
      self.init(storage: .glyphs(glyphs), columns: glyphs.reduce(0) { $0 + Int($1.width) })
    }
  }

  private init(storage: Storage, columns: Int) {
    self.storage = storage
    self.columns = columns
  }

  /// No text.
  package static let empty = CellText("")

  /// The glyphs, from left to right.
  package var glyphs: [Glyph] {
    switch storage {
    case .ascii(let text): text.unicodeScalars.map { Glyph(CellContent($0)) }
    case .glyphs(let glyphs): glyphs
    }
  }

  /// The text as it will be seen, for tables on standard output and for error lines.
  package var visible: String {
    switch storage {
    case .ascii(let text): text
    case .glyphs(let glyphs): glyphs.reduce(into: "") { $0 += $1.text }
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    let isPlain = { (byte: UInt8) in byte >= 0x20 && byte < 0x7F }
    // Nearly every text is stored in one piece, and then the test is many times quicker.
    return text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isPlain) }
      ?? text.utf8.allSatisfy(isPlain)
  }
}
