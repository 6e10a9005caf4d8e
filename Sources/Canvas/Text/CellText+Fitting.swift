extension CellText {
  /// The text, cut with `…` where it would take more than `columns`.
  package func truncated(to columns: Int, keeping truncation: Truncation = .start) -> CellText {
    guard self.columns > columns else { return self }
    guard columns > 0 else { return .empty }
    let glyphs = glyphs
    let parts = truncation.parts(of: columns - 1)
    let start = Self.fitting(glyphs, parts.start)
    let end = Self.fitting(glyphs.reversed(), parts.end)
    return CellText(glyphs: start + [.ellipsis] + end.reversed())
  }

  /// The text in exactly `columns` columns: cut, or with spaces on the side it does not keep to.
  package func padded(
    to columns: Int, alignment: Alignment = .leading, keeping truncation: Truncation = .start
  ) -> CellText {
    let shown = truncated(to: columns, keeping: truncation)
    let missing = columns - shown.columns
    guard missing > 0 else { return shown }
    if case .ascii(let text) = shown.storage {
      let spaces = String(repeating: " ", count: missing)
      return CellText(alignment == .leading ? text + spaces : spaces + text)
    }
    let spaces = Array(repeating: Glyph.space, count: missing)
    return CellText(glyphs: alignment == .leading ? shown.glyphs + spaces : spaces + shown.glyphs)
  }

  /// Both texts, one after the other.
  package static func + (left: CellText, right: CellText) -> CellText {
    if case .ascii(let start) = left.storage, case .ascii(let end) = right.storage {
      return CellText(start + end)
    }
    return CellText(glyphs: left.glyphs + right.glyphs)
  }

  /// The glyphs from the first on that fit into `columns`.
  private static func fitting(_ glyphs: some Sequence<Glyph>, _ columns: Int) -> [Glyph] {
    var used = 0
    return Array(
      glyphs.prefix { glyph in
        used += Int(glyph.width)
        return used <= columns
      })
  }
}
