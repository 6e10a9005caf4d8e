import AccessModel
import Canvas

extension UserScreen {
  /// What the tenant's log tells of the user.
  ///
  /// - Parameter scene: What it is drawn with; `nil` where only its rows' places are asked for.
  func historyTable(_ scene: Scene?) -> Table {
    let entries = history.list.value ?? []
    return Table(
      columns: [
        Table.Column(title: "Date", width: .fixed(16), priority: 4),
        Table.Column(
          title: "  What happened", width: .flexible(minimum: 16, weight: 4), priority: 5),
        Table.Column(title: "Application", width: .flexible(minimum: 12, weight: 2), priority: 2),
        Table.Column(title: "Connection", width: .flexible(minimum: 12, weight: 2), priority: 1),
        Table.Column(
          title: "IP", width: .flexible(minimum: 15, weight: 1), priority: 3, truncation: .ends),
      ],
      rowCount: entries.count, offset: history.cursor.offset, trailingColumns: 0
    ) { index in
      guard let scene else { return Table.Row(cells: []) }
      let entry = entries[index]
      return Table.Row(
        cells: [
          Span(entry.date.map(scene.moment) ?? "", .muted),
          LogEntryWords(entry).what,
          Span(entry.clientName ?? entry.clientID ?? ""),
          Span(entry.connection ?? "", .muted),
          Span(entry.address ?? "", .muted),
        ], isCurrent: entry.id == history.cursor.current)
    }
  }

  /// Draws the History view.
  func drawHistory(on frame: inout Frame, in rect: Rect, _ scene: Scene) {
    let table = tableRect(of: .history, in: rect)
    historyTable(scene).draw(on: &frame, in: table, theme: scene.theme)
    drawNotes(on: &frame, below: table, in: rect, scene)
    guard history.ids.isEmpty else { return }
    let text: String
    if history.list.value != nil {
      text = "The log tells nothing of this user."
    } else if history.list.reading != nil {
      text = "Reading the log…"
    } else {
      text = history.list.error == nil ? "Nothing has been read yet." : ""
    }
    frame.draw(
      Span(text, .muted), at: Table.gutter, rect.top + 2, columns: rect.columns - Table.gutter,
      theme: scene.theme)
  }
}
