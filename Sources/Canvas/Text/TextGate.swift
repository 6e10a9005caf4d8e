/// Turns scalars into glyphs, and the ones that must not be drawn into their numbers.
struct TextGate {
  /// What a terminal cell holds beside its spacing scalar.
  static let mostMarks = 4

  private var glyphs: [CellText.Glyph] = []
  private var base: Unicode.Scalar?
  private var width: UInt8 = 1
  private var marks: [Unicode.Scalar] = []

  /// Takes the next scalar of the text.
  mutating func append(_ scalar: Unicode.Scalar) {
    switch CellWidth(scalar) {
    case .mark where canTake(scalar):
      marks.append(scalar)
    case .narrow where scalar != "‹":
      start(scalar, width: 1)
    case .wide:
      start(scalar, width: 2)
    case .mark, .narrow, nil:
      replace(scalar)
    }
  }

  /// All glyphs.
  mutating func finish() -> [CellText.Glyph] {
    flush()
    return glyphs
  }

  private mutating func start(_ scalar: Unicode.Scalar, width: UInt8) {
    flush()
    base = scalar
    self.width = width
  }

  private mutating func flush() {
    guard let base else { return }
    let content = marks.isEmpty ? CellContent(base) : CellContent([base] + marks)
    glyphs.append(CellText.Glyph(content, width: width))
    self.base = nil
    marks.removeAll(keepingCapacity: true)
  }

  private mutating func replace(_ scalar: Unicode.Scalar) {
    flush()
    let number = "‹" + String(scalar.value, radix: 16, uppercase: true) + "›"
    for shown in number.unicodeScalars {
      glyphs.append(CellText.Glyph(CellContent(shown), isReplacement: true))
    }
  }

  /// Whether a mark has something to stand on.
  ///
  /// A mark on a space would pass for a character of its own, and a Korean vowel or final has a shape only
  /// after a Korean consonant.
  private func canTake(_ mark: Unicode.Scalar) -> Bool {
    guard let base, base != " ", base != "\u{3000}", marks.count < Self.mostMarks else {
      return false
    }
    guard (0x1160...0x11FF).contains(mark.value) else { return true }
    return (0x1100...0x115E).contains(base.value) || (0xAC00...0xD7A3).contains(base.value)
  }
}
