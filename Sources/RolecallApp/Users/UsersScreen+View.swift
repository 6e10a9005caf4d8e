import AccessModel
import Canvas

extension UsersScreen {
  /// Where the parts stand.
  func layout(_ body: Rect) -> UsersLayout { UsersLayout(body: body, hasError: error != nil) }

  /// Draws the search field and the table.
  func draw(on frame: inout Frame, in body: Rect, _ scene: Scene) {
    draw(on: &frame, in: body, scene, holding: nil)
  }

  /// Draws the search field and the table, with a column that tells who holds a role, where there is one.
  func draw(
    on frame: inout Frame, in body: Rect, _ scene: Scene, holding: HoldingColumn?
  ) {
    let layout = layout(body)
    drawSearch(on: &frame, layout, scene)
    if let error {
      ErrorBand(error: error, isWaiting: waiting != nil).draw(on: &frame, in: layout.error, scene)
    }
    table(scene, holding).draw(on: &frame, in: layout.table, theme: scene.theme)
    if users.isEmpty, layout.table.rows > 2 {
      frame.draw(
        Span(emptyText, .muted), at: Table.gutter, layout.table.top + 2,
        columns: layout.table.columns - Table.gutter, theme: scene.theme)
    }
    // What could not be read again is shown, but looks its age; so is what is no longer asked for.
    if error != nil || isOutOfDate {
      frame.restyle(layout.table) { $0.with(.dim) }
    }
  }

  /// Takes a click: on the field, or on a row.
  mutating func click(_ position: Position, _ turn: inout Turn) {
    if layout(turn.body).search.contains(position) {
      isFieldFocused = true
    } else if let row = row(at: position, body: turn.body) {
      isFieldFocused = false
      place(at: row, &turn)
    }
  }

  func opens(at position: Position, body: Rect) -> Bool { row(at: position, body: body) != nil }

  /// The number of the row at a place.
  func row(at position: Position, body: Rect) -> Int? {
    let table = Table(columns: [], rowCount: users.count, offset: cursor.offset) { _ in
      Table.Row(cells: [])
    }
    return table.row(at: position, in: layout(body).table)
  }

  /// How much of the list is there, as honestly as the tenant lets it be said.
  func extent(isShort: Bool = false) -> String {
    guard readAt != nil else { return isLoading ? "reading…" : "" }
    var extent = users.count.of("user")
    if let total, total > users.count { extent = "\(users.count.grouped) of \(total.grouped)" }
    if let total, total > UserQuery.reachable, !isShort {
      extent += " · first \(UserQuery.reachable.grouped) reachable"
    } else if total == nil, !isComplete {
      extent += " so far"
    }
    return extent
  }

  /// Whether what is shown is not what the field and the heads say, because reading that was ended.
  private var isOutOfDate: Bool { isSuperseded && !isLoading }

  private var emptyText: String {
    if isLoading { return "Reading users…" }
    guard readAt != nil, !isOutOfDate else {
      return error == nil ? "Nothing has been read yet." : ""
    }
    return search.text.isEmpty ? "This tenant has no users." : "Nobody fits this search."
  }

  private func drawSearch(on frame: inout Frame, _ layout: UsersLayout, _ scene: Scene) {
    let extent = extent(isShort: !layout.isBoxed)
    let extentColumns =
      layout.isBoxed ? 0 : min(CellText(extent).columns, layout.field.columns * 2 / 3)
    if layout.isBoxed {
      frame.drawBox(layout.search, style: scene.theme[isFieldFocused ? .accent : .fieldFrame])
      frame.drawBoxTitle(
        layout.search, topLeft: Span("Search by User", isFieldFocused ? .accent : .muted),
        bottomRight: extent.isEmpty ? nil : Span(extent, .muted), theme: scene.theme)
    } else {
      frame.draw(
        Span(" Search:", .muted), at: layout.search.left, layout.search.top, columns: 9,
        theme: scene.theme)
      frame.draw(
        Span(extent, .muted), at: layout.field.right - extentColumns, layout.field.top,
        columns: extentColumns, theme: scene.theme, alignment: .trailing)
    }
    field.draw(
      on: &frame, at: layout.field.left, layout.field.top,
      columns: layout.field.columns - (extentColumns == 0 ? 0 : extentColumns + 1),
      isFocused: isFieldFocused && !scene.isCovered, theme: scene.theme,
      placeholder: "name, email, user id, or field:text")
  }

  private func table(_ scene: Scene, _ holding: HoldingColumn?) -> Table {
    let current = isFieldFocused ? nil : cursor.index(in: ids)
    var columns = [
      Table.Column(
        title: heading("Name", .name), width: .flexible(minimum: 16, weight: 3), priority: 4),
      Table.Column(
        title: heading("Email", .email), width: .flexible(minimum: 16, weight: 3), priority: 3,
        truncation: .ends),
      Table.Column(
        title: "Connection", width: .flexible(minimum: 14, weight: 1), priority: 1),
      Table.Column(
        title: heading("Logins", .mostLogins), width: .fixed(8), alignment: .trailing,
        priority: 0),
      Table.Column(
        title: heading("Latest login", .latestLogin), width: .fixed(15), priority: 2),
    ]
    if holding != nil { columns.insert(HoldingColumn.column, at: 1) }
    return Table(
      columns: columns, rowCount: users.count, offset: cursor.offset, trailingColumns: 1
    ) { index in
      row(index, isCurrent: index == current, scene, holding)
    }
  }

  private func heading(_ title: String, _ order: UserOrder) -> String {
    guard order == self.order else { return title }
    return title + (order.sort?.isDescending == true ? " ▼" : " ▲")
  }

  private func row(
    _ index: Int, isCurrent: Bool, _ scene: Scene, _ holding: HoldingColumn?
  ) -> Table.Row {
    let row = rows[index]
    let id = ids[index]
    let age = users[index].lastLogin.map { Age(of: $0, at: scene.now) }
    let isStale = age?.isStale ?? false
    let login = age.map { Span($0.words, isStale ? .danger : row.role) } ?? UserRow.never
    var cells = [row.name, row.email, row.connection, row.logins, login]
    if let holding { cells.insert(holding.cell(for: id), at: 1) }
    return Table.Row(
      cells: cells, isCurrent: isCurrent, isMarked: marks.contains(id),
      trailing: isStale ? UserRow.stale : nil)
  }
}
