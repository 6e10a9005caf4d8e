extension Table {
  /// Draws the heads and the rows that have room.
  package func draw(on frame: inout Frame, in rect: Rect, theme: Theme) {
    guard !rect.isEmpty else { return }
    let layout = columnLayout(in: rect.columns)
    for placed in layout {
      let column = columns[placed.index]
      frame.draw(
        column.title, at: rect.left + placed.left, rect.top, columns: placed.columns,
        style: theme[.heading], alignment: column.alignment)
    }
    let last = min(rowCount, offset + Self.visibleRows(in: rect.rows))
    for index in offset..<max(offset, last) {
      draw(
        row(index), on: &frame, in: rect, at: rect.top + 1 + index - offset, layout: layout,
        theme: theme)
    }
  }

  private func draw(
    _ row: Row, on frame: inout Frame, in rect: Rect, at line: Int, layout: [PlacedColumn],
    theme: Theme
  ) {
    if row.isCurrent { frame.draw("▸", at: rect.left, line, columns: 1, style: theme[.accent]) }
    if row.isMarked {
      frame.draw(
        "●", at: rect.left + 1, line, columns: min(1, rect.columns - 1), style: theme[.marked])
    }
    for (order, placed) in layout.enumerated() where placed.index < row.cells.count {
      let column = columns[placed.index]
      let span = row.cells[placed.index]
      // The cursor shows on the first text alone: a movement must not rewrite whole rows.
      let isCurrent = row.isCurrent && order == 0
      frame.draw(
        isCurrent && span.columns == 0 ? CellText(" ") : span.cells,
        at: rect.left + placed.left, line, columns: placed.columns,
        style: isCurrent ? theme[.current] : theme[span.role],
        replacement: isCurrent
          ? theme[.current].with(theme[.replacement].attributes) : theme[.replacement],
        truncating: column.truncation, alignment: column.alignment)
    }
    guard let trailing = row.trailing else { return }
    let room = min(trailingColumns, rect.columns)
    frame.draw(
      trailing, at: rect.right - room, line, columns: room, theme: theme, alignment: .trailing)
  }
}
