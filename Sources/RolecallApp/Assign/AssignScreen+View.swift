import AccessModel
import Canvas

extension AssignScreen {
  /// The rows below the list in which stands what the user gains.
  private static let gainRows = 3

  /// Where the parts stand.
  func layout(_ body: Rect) -> FilterLayout {
    FilterLayout(
      body: body.split(top: max(1, body.rows - Self.gainRows)).0, hasError: error != nil)
  }

  /// How many rows of the list are on screen.
  func visibleRows(_ turn: Turn) -> Int { layout(turn.body).visibleRows }

  func draw(on frame: inout Frame, in body: Rect, _ scene: Scene) {
    let layout = layout(body)
    layout.drawFilter(
      field, isFocused: true, extent: extent, placeholder: "a few letters of the role's name",
      on: &frame, scene)
    if let error {
      ErrorBand(error: error, isWaiting: roles.waiting != nil)
        .draw(on: &frame, in: layout.error, scene)
    }
    table.draw(on: &frame, in: layout.table, theme: scene.theme)
    if shown.isEmpty {
      frame.draw(
        Span(emptyText, .muted), at: Table.gutter, layout.table.top + 2,
        columns: layout.table.columns - Table.gutter, theme: scene.theme)
    }
    if error != nil { frame.restyle(layout.table) { $0.with(.dim) } }
    drawGains(on: &frame, in: body.split(top: max(1, body.rows - Self.gainRows)).1, scene)
  }

  mutating func click(_ position: Position, _ turn: inout Turn) {
    let layout = layout(turn.body)
    guard let row = table.row(at: position, in: layout.table) else { return }
    cursor.place(at: row, in: ids, visible: layout.visibleRows)
    readGiven(&turn)
  }

  /// What the users gain, and who is left out.
  var gainLines: [Line] {
    let lines = chosen.isEmpty ? [] : gains.lines(by: chosen, to: user)
    guard user == nil, let words = holdings.leftOutWords else { return lines }
    return lines + [Line("! \(words)", .danger)]
  }

  private func drawGains(on frame: inout Frame, in rect: Rect, _ scene: Scene) {
    for (index, line) in gainLines.prefix(rect.rows).enumerated() {
      let columns = rect.columns - Table.gutter - line.indentation - 1
      frame.draw(
        Span(line.spans.first?.cells ?? CellText(""), line.spans.first?.role ?? .text),
        at: rect.left + Table.gutter + line.indentation, rect.top + index,
        columns: max(0, columns), theme: scene.theme)
    }
  }

  private var extent: String {
    guard roles.value != nil, holdings.isComplete else {
      if user == nil, holdings.reading != nil { return holdings.progress }
      return isLoading ? "reading…" : ""
    }
    let hidden = marks.hiddenCount > 0 ? " · \(marks.hiddenCount.grouped) marked elsewhere" : ""
    return "\(shown.count.of("role"))\(hidden)"
  }

  private var emptyText: String {
    if isLoading { return "Reading roles…" }
    guard roles.value != nil, holdings.isComplete, !users.isEmpty else {
      return error == nil
        ? (holdings.isComplete ? "Nobody could be read." : "Nothing has been read yet.") : ""
    }
    return field.isEmpty ? "Every role is held already." : "No role fits."
  }

  private var table: Table {
    var columns = [
      Table.Column(title: "Name", width: .flexible(minimum: 16, weight: 2), priority: 2),
      Table.Column(title: "Description", width: .flexible(minimum: 14, weight: 3), priority: 0),
    ]
    if user == nil {
      columns.append(
        Table.Column(
          title: "Held by", width: .fixed(13), alignment: .trailing, priority: 1))
    }
    return Table(
      columns: columns, rowCount: shown.count, offset: cursor.offset, trailingColumns: 0
    ) { index in
      let role = shown[index]
      let holders = holderCounts[role.id, default: 0]
      return Table.Row(
        cells: [
          Span(role.displayName), Span(role.description, .muted),
          Span("\(holders.grouped) of \(users.count.grouped)", holders == 0 ? .muted : .text),
        ],
        isCurrent: role.id == cursor.current, isMarked: marks.contains(role.id))
    }
  }
}
