import AccessModel
import Canvas

extension RolesScreen {
  /// Where the parts stand.
  func layout(_ body: Rect) -> FilterLayout {
    FilterLayout(body: body, hasError: list.whole.error != nil)
  }

  func draw(on frame: inout Frame, in body: Rect, _ scene: Scene) {
    let layout = layout(body)
    layout.drawFilter(
      list.field, isFocused: list.isFieldFocused, extent: list.extent("role"),
      placeholder: "name or description", on: &frame, scene)
    if let error = list.whole.error {
      ErrorBand(error: error, isWaiting: list.whole.waiting != nil)
        .draw(on: &frame, in: layout.error, scene)
    }
    table.draw(on: &frame, in: layout.table, theme: scene.theme)
    if list.shown.isEmpty {
      frame.draw(
        Span(emptyText, .muted), at: Table.gutter, layout.table.top + 2,
        columns: layout.table.columns - Table.gutter, theme: scene.theme)
    }
    if list.whole.error != nil { frame.restyle(layout.table) { $0.with(.dim) } }
  }

  mutating func click(_ position: Position, _ turn: inout Turn) {
    let layout = layout(turn.body)
    list.isFieldFocused = layout.filter.contains(position)
    if let row = table.row(at: position, in: layout.table) {
      list.place(at: row, visible: layout.visibleRows)
    }
  }

  func opens(at position: Position, body: Rect) -> Bool {
    table.row(at: position, in: layout(body).table) != nil
  }

  private var emptyText: String {
    if isLoading { return "Reading roles…" }
    guard list.whole.value != nil else {
      return list.whole.error == nil ? "Nothing has been read yet." : ""
    }
    return list.field.isEmpty ? "This tenant has no roles." : "No role fits this filter."
  }

  private var table: Table {
    Table(
      columns: [
        Table.Column(title: "Name", width: .flexible(minimum: 14, weight: 2), priority: 3),
        Table.Column(title: "Description", width: .flexible(minimum: 12, weight: 4), priority: 1),
        Table.Column(
          title: "Held directly by", width: .fixed(16), alignment: .trailing, priority: 2),
        Table.Column(
          title: "Permissions", width: .fixed(11), alignment: .trailing, priority: 0),
      ],
      rowCount: list.shown.count, offset: list.cursor.offset, trailingColumns: 0
    ) { index in
      let role = list.shown[index]
      let reach = reach[role.id]
      return Table.Row(
        cells: [
          Span(role.displayName),
          Span(role.description, .muted),
          Self.figure(reach?.holders),
          Self.figure(reach?.permissions),
        ],
        isCurrent: role.id == list.cursor.current && !list.isFieldFocused)
    }
  }

  /// A number; `…` while it is being read, `?` where it cannot be.
  private static func figure(_ fact: Fact<Int>?) -> Span {
    switch fact {
    case .known(let count): Span(count.grouped)
    case .unknown: Span("?", .warning)
    case nil: Span("…", .muted)
    }
  }
}
