import Canvas

/// Where the parts of a list with a filter stand: the filter's row, what went wrong, the table.
struct FilterLayout {
  /// The row of the filter.
  let filter: Rect
  /// The field itself.
  let field: Rect
  /// What went wrong.
  let error: Rect
  /// The table, with its heads.
  let table: Rect

  init(body: Rect, hasError: Bool) {
    let (filter, belowFilter) = body.split(top: 1)
    self.filter = filter
    field = filter.inset(left: 10, right: 1)
    (error, table) = belowFilter.split(top: hasError ? ErrorBand.rows(in: body.columns) : 0)
  }

  /// How many rows of the table are in view.
  var visibleRows: Int { Table.visibleRows(in: table.rows) }

  /// Draws the filter's row: what is typed, and how much of the list that leaves.
  func drawFilter(
    _ text: TextField, isFocused: Bool, extent: String, placeholder: String,
    on frame: inout Frame, _ scene: Scene
  ) {
    let columns = min(CellText(extent).columns, field.columns * 2 / 3)
    frame.draw(
      Span(" Filter:", isFocused ? .accent : .muted), at: filter.left, filter.top, columns: 9,
      theme: scene.theme)
    frame.draw(
      Span(extent, .muted), at: field.right - columns, field.top, columns: columns,
      theme: scene.theme, alignment: .trailing)
    text.draw(
      on: &frame, at: field.left, field.top,
      columns: field.columns - (columns == 0 ? 0 : columns + 1),
      isFocused: isFocused && !scene.isCovered, theme: scene.theme, placeholder: placeholder)
  }
}
