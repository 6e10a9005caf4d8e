extension TextField {
  /// Draws the field into one row, and puts the frame's cursor into it if it has the focus.
  ///
  /// A text that is too long moves by half the field's width, so that the cursor always stands in it.
  ///
  /// - Parameters:
  ///   - frame: The frame.
  ///   - column: The field's first cell.
  ///   - row: The row.
  ///   - columns: How wide it is.
  ///   - isFocused: Whether what is typed goes here.
  ///   - theme: The theme.
  ///   - role: How the field looks.
  ///   - placeholder: What an empty field says.
  package func draw(
    on frame: inout Frame, at column: Int, _ row: Int, columns: Int, isFocused: Bool,
    theme: Theme, role: StyleRole = .field, placeholder: String = ""
  ) {
    guard columns > 0 else { return }
    let style = theme[role]
    frame.fill(Rect(column: column, row: row, columns: columns, rows: 1), style: style)
    if text.isEmpty {
      frame.draw(
        placeholder, at: column, row, columns: columns,
        style: style.with(theme[.muted].attributes))
    }
    let parts = text.map { CellText(String($0)) }
    let before = parts.prefix(cursor).reduce(0) { $0 + $1.columns }
    let start = isFocused ? firstColumn(cursorColumn: before, columns: columns) : 0
    draw(parts, from: start, on: &frame, at: column, row, columns: columns, style, theme)
    if isFocused {
      frame.cursor = Position(column: column + before - start, row: row)
    }
  }

  /// The first of the text's columns that is shown.
  private func firstColumn(cursorColumn: Int, columns: Int) -> Int {
    guard cursorColumn >= columns else { return 0 }
    let step = max(1, columns / 2)
    return (cursorColumn - columns + step) / step * step
  }

  private func draw(
    _ parts: [CellText], from start: Int, on frame: inout Frame, at column: Int, _ row: Int,
    columns: Int, _ style: Style, _ theme: Theme
  ) {
    var position = -start
    for glyph in parts.lazy.flatMap(\.glyphs) {
      let width = Int(glyph.width)
      defer { position += width }
      // Half of a wide character is left blank.
      guard position >= 0, position + width <= columns else { continue }
      let look = glyph.isReplacement ? theme[.replacement] : style
      frame.put(
        Cell(glyph.content, width: glyph.width, style: look), column: column + position,
        row: row)
    }
    let muted = theme[.muted]
    if start > 0, columns > 1 { frame.draw("…", at: column, row, columns: 1, style: muted) }
    if position > columns, columns > 2 {
      frame.draw("…", at: column + columns - 1, row, columns: 1, style: muted)
    }
  }
}
