extension Frame {
  /// Draws a text and gives back how many columns it took.
  ///
  /// It takes at most `columns`, stays within the frame, and is cut with `…` where it is longer.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - column: Where the room for it starts.
  ///   - row: The row.
  ///   - columns: The room for it.
  ///   - style: How it looks.
  ///   - replacement: How the numbers look that the gate wrote; like the rest unless said.
  ///   - truncation: What stays of it if the room is short.
  ///   - alignment: Which side of the room it keeps to.
  @discardableResult
  package mutating func draw(
    _ text: CellText, at column: Int, _ row: Int, columns: Int, style: Style,
    replacement: Style? = nil, truncating truncation: Truncation = .start,
    alignment: Alignment = .leading
  ) -> Int {
    let room = min(columns, size.columns - column)
    guard room > 0, row >= 0, row < size.rows else { return 0 }
    if case .ascii(let text) = text.storage {
      return draw(
        ascii: text, at: column, row, columns: room, style: style, truncating: truncation,
        alignment: alignment)
    }
    let shown = text.truncated(to: room, keeping: truncation)
    var column = alignment == .leading ? column : column + room - shown.columns
    for glyph in shown.glyphs {
      let style = glyph.isReplacement ? replacement ?? style : style
      put(Cell(glyph.content, width: glyph.width, style: style), column: column, row: row)
      column += Int(glyph.width)
    }
    return shown.columns
  }

  /// Draws plain ASCII: byte by byte, and where it is cut, without making the text that is left.
  private mutating func draw(
    ascii text: String, at column: Int, _ row: Int, columns: Int, style: Style,
    truncating truncation: Truncation, alignment: Alignment
  ) -> Int {
    var text = text
    return text.withUTF8 { text in
      guard text.count > columns else {
        let column = alignment == .leading ? column : column + columns - text.count
        put(ascii: text, style: style, column: column, row: row)
        return text.count
      }
      let (start, end) = truncation.parts(of: columns - 1)
      put(
        ascii: UnsafeBufferPointer(rebasing: text.prefix(start)), style: style, column: column,
        row: row)
      put(Cell(.ellipsis, style: style), column: column + start, row: row)
      put(
        ascii: UnsafeBufferPointer(rebasing: text.suffix(end)), style: style,
        column: column + start + 1, row: row)
      return columns
    }
  }

  /// Passes a text through the gate, draws it, and gives back how many columns it took.
  @discardableResult
  package mutating func draw(
    _ text: String, at column: Int, _ row: Int, columns: Int, style: Style,
    replacement: Style? = nil, truncating truncation: Truncation = .start,
    alignment: Alignment = .leading
  ) -> Int {
    draw(
      CellText(text), at: column, row, columns: columns, style: style, replacement: replacement,
      truncating: truncation, alignment: alignment)
  }

  /// Draws a piece of a line and gives back how many columns it took.
  @discardableResult
  package mutating func draw(
    _ span: Span, at column: Int, _ row: Int, columns: Int, theme: Theme,
    truncating truncation: Truncation = .start, alignment: Alignment = .leading
  ) -> Int {
    draw(
      span.cells, at: column, row, columns: columns, style: theme[span.role],
      replacement: theme[.replacement], truncating: truncation, alignment: alignment)
  }

  /// Draws a line, cut with `…` where it is longer than `columns`, and gives back how many it took.
  @discardableResult
  package mutating func draw(
    line: Line, at column: Int, _ row: Int, columns: Int, theme: Theme
  ) -> Int {
    var used = min(max(0, columns), line.indentation)
    var left = line.spans.reduce(0) { $0 + $1.columns }
    for span in line.spans {
      left -= span.columns
      // The last column is for the `…` if what follows has no room.
      let room = columns - used
      if span.columns == room, left > 0 {
        draw(
          CellText(glyphs: span.cells.glyphs + [.ellipsis]), at: column + used, row, columns: room,
          style: theme[span.role], replacement: theme[.replacement])
        return columns
      }
      used += draw(span, at: column + used, row, columns: room, theme: theme)
      if span.columns > room { break }
    }
    return used
  }

  /// Blanks a rectangle.
  package mutating func fill(_ rect: Rect, style: Style) {
    let area = rect.intersection(Rect(size))
    let blank = Cell(.space, style: style)
    for row in area.top..<area.top + area.rows {
      put(blank, columns: area.left..<area.left + area.columns, row: row)
    }
  }
}
