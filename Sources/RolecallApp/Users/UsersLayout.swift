import Canvas

/// Where the parts of the list of users stand.
struct UsersLayout {
  /// The box around the search field, or the field's row alone on a low screen.
  let search: Rect
  /// The field itself.
  let field: Rect
  /// What went wrong.
  let error: Rect
  /// The table, with its heads.
  let table: Rect

  init(body: Rect, hasError: Bool) {
    let isBoxed = body.rows >= 14
    let (search, belowSearch) = body.split(top: isBoxed ? 3 : 1)
    self.search = isBoxed ? search.inset(left: 1, right: 1) : search
    field =
      isBoxed
      ? search.inset(left: 3, top: 1, right: 3, bottom: 1) : search.inset(left: 10, right: 1)
    (error, table) = belowSearch.split(top: hasError ? ErrorBand.rows(in: body.columns) : 0)
  }

  /// Whether there is room for a box around the field.
  var isBoxed: Bool { search.rows > 1 }
  /// How many users are in view.
  var visibleRows: Int { Table.visibleRows(in: table.rows) }
}
