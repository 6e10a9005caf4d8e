extension Frame {
  /// Draws a box along the inner edge of a rectangle; its inside stays as it is.
  package mutating func drawBox(_ rect: Rect, style: Style) {
    guard rect.columns >= 2, rect.rows >= 2 else { return }
    let (right, bottom) = (rect.right - 1, rect.bottom - 1)
    let line = Cell(CellContent("─"), style: style)
    put(line, columns: rect.left + 1..<right, row: rect.top)
    put(line, columns: rect.left + 1..<right, row: bottom)
    for row in rect.top + 1..<bottom {
      putLine("│", rect.left, row, style)
      putLine("│", right, row, style)
    }
    putLine("┌", rect.left, rect.top, style)
    putLine("┐", right, rect.top, style)
    putLine("└", rect.left, bottom, style)
    putLine("┘", right, bottom, style)
  }

  /// Writes titles onto the lines of a box, each with a space on both sides.
  ///
  /// Where the two above have no room beside each other, the left one is cut first and the right one, in
  /// its middle, after it.
  package mutating func drawBoxTitle(
    _ rect: Rect, topLeft: Span? = nil, topRight: Span? = nil, bottomRight: Span? = nil,
    theme: Theme
  ) {
    // Corners, the spaces around a title, and one piece of line at the right end of a title.
    let room = rect.columns - 5
    guard rect.rows >= 2, room > 0 else { return }
    let leftColumns = topLeft?.columns ?? 0
    var rightColumns = 0
    if let topRight {
      // Two spaces and a piece of line lie between the two.
      let least = leftColumns == 0 ? 0 : min(leftColumns, 6) + 3
      rightColumns = min(topRight.columns, max(room - least, 0))
      drawTitle(topRight, endingAt: rect.right - 2, rect.top, columns: rightColumns, theme)
    }
    if let topLeft {
      let taken = rightColumns > 0 ? rightColumns + 3 : 0
      let shown = topLeft.cells.truncated(to: room - taken)
      drawTitle(
        Span(shown, topLeft.role), endingAt: rect.left + 1 + shown.columns + 2, rect.top,
        columns: shown.columns, theme)
    }
    if let bottomRight {
      drawTitle(bottomRight, endingAt: rect.right - 2, rect.bottom - 1, columns: room, theme)
    }
  }

  /// Draws a title whose second space lies before `end`.
  private mutating func drawTitle(
    _ span: Span, endingAt end: Int, _ row: Int, columns: Int, _ theme: Theme
  ) {
    let shown = span.cells.truncated(to: columns, keeping: .ends)
    guard shown.columns > 0 else { return }
    let start = end - shown.columns - 2
    fill(Rect(column: start, row: row, columns: shown.columns + 2, rows: 1), style: .plain)
    draw(Span(shown, span.role), at: start + 1, row, columns: shown.columns, theme: theme)
  }

  private mutating func putLine(_ scalar: Unicode.Scalar, _ column: Int, _ row: Int, _ style: Style)
  {
    put(Cell(CellContent(scalar), style: style), column: column, row: row)
  }
}
