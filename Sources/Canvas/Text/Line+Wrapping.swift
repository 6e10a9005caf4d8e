extension Line {
  /// A glyph and what it means.
  private struct Piece {
    var glyph: CellText.Glyph
    var role: StyleRole

    var isSpace: Bool { glyph == .space }
  }

  /// The line as rows that take at most `columns` each.
  ///
  /// It breaks at spaces, which it leaves out there, and within a word only if the word has no room in a
  /// row of its own. Without columns there are no rows.
  package func wrapped(to columns: Int) -> [Line] {
    guard columns > 0 else { return [] }
    guard self.columns > columns else { return [self] }
    // A deep indentation must not leave a narrow screen with a letter a row.
    let first = min(indentation, columns / 2)
    let further = min(indentation + hanging, columns / 2)
    var rows: [[Piece]] = []
    var row: [Piece] = []
    var used = 0
    var isBreaking = false
    for piece in pieces(noWiderThan: columns - max(first, further)) {
      if isBreaking, piece.isSpace { continue }
      isBreaking = false
      let room = columns - (rows.isEmpty ? first : further)
      if used + Int(piece.glyph.width) > room {
        if piece.isSpace {
          if let end = row.lastIndex(where: { !$0.isSpace }) { row.removeSubrange((end + 1)...) }
          rows.append(row)
          (row, used, isBreaking) = ([], 0, true)
          continue
        }
        let word = Self.breakOff(&row, noWiderThan: columns - further - Int(piece.glyph.width))
        rows.append(row)
        row = word
        used = Self.width(word)
      }
      row.append(piece)
      used += Int(piece.glyph.width)
    }
    if !row.isEmpty || rows.isEmpty { rows.append(row) }
    return rows.enumerated().map { index, row in
      Line(Self.spans(row), indentation: index == 0 ? first : further)
    }
  }

  /// Takes the last, unfinished word off a row, and the spaces before it.
  ///
  /// Nothing is taken where the word is the only one, or would have no room in the next row either.
  private static func breakOff(_ row: inout [Piece], noWiderThan room: Int) -> [Piece] {
    guard let space = row.lastIndex(where: \.isSpace),
      let end = row[..<space].lastIndex(where: { !$0.isSpace })
    else { return [] }
    let word = Array(row[(space + 1)...])
    guard width(word) <= room else { return [] }
    row.removeSubrange((end + 1)...)
    return word
  }

  private static func width(_ pieces: [Piece]) -> Int {
    pieces.reduce(0) { $0 + Int($1.glyph.width) }
  }

  private func pieces(noWiderThan room: Int) -> [Piece] {
    spans.flatMap { span in
      span.cells.glyphs.map { glyph in
        Piece(glyph: Int(glyph.width) > room ? .ellipsis : glyph, role: span.role)
      }
    }
  }

  private static func spans(_ row: [Piece]) -> [Span] {
    var spans: [Span] = []
    var start = 0
    for index in row.indices where index + 1 == row.count || row[index + 1].role != row[index].role
    {
      spans.append(Span(CellText(glyphs: row[start...index].map(\.glyph)), row[index].role))
      start = index + 1
    }
    return spans
  }
}
