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
      ErrorBand(error: error, isWaiting: roles.waiting != nil || held.waiting != nil)
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
    cursor.place(at: row, in: shown.map(\.id), visible: layout.visibleRows)
    readGiven(&turn)
  }

  /// What the user gains, in as few words as it takes.
  var gainLines: [Line] {
    guard !chosen.isEmpty else { return [] }
    let gains = gains
    let name = user.displayName.shortened()
    let what = chosen.count == 1 ? chosen[0].displayName.shortened() : chosen.count.of("role")
    var lines: [Line] = []
    if gains.isReading {
      lines.append(Line("Reading what \(name) gains by \(what)…", .muted))
    } else {
      let verb = gains.isComparable ? "gains" : "may gain"
      lines.append(
        Line(
          gains.permissions.isEmpty && gains.unknown.isEmpty
            ? "By \(what) \(name) gains no permission"
            : "By \(what) \(name) \(verb) \(gains.permissions.count.of("permission"))"
              + (gains.permissions.isEmpty ? "" : ":"),
          gains.permissions.isEmpty ? .text : .warning))
      if !gains.permissions.isEmpty {
        lines.append(
          Line(
            gains.permissions.map { "\($0.name) (\($0.apiName))" }.joined(separator: ", "),
            .warning, indentation: 2))
      }
    }
    if !gains.unknown.isEmpty {
      let names = gains.unknown.map { $0.displayName.shortened() }.joined(separator: ", ")
      lines.append(Line("! Not known: what \(names) gives", .danger))
    }
    return lines
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
    guard roles.value != nil, held.value != nil else { return isLoading ? "reading…" : "" }
    let hidden = hiddenCount > 0 ? " · \(hiddenCount.grouped) marked elsewhere" : ""
    return "\(shown.count.of("role"))\(hidden)"
  }

  private var emptyText: String {
    if isLoading { return "Reading roles…" }
    guard roles.value != nil, held.value != nil else {
      return error == nil ? "Nothing has been read yet." : ""
    }
    return field.isEmpty ? "Every role is held already." : "No role fits."
  }

  private var table: Table {
    Table(
      columns: [
        Table.Column(title: "Name", width: .flexible(minimum: 16, weight: 2), priority: 1),
        Table.Column(title: "Description", width: .flexible(minimum: 14, weight: 3), priority: 0),
      ],
      rowCount: shown.count, offset: cursor.offset, trailingColumns: 0
    ) { index in
      let role = shown[index]
      return Table.Row(
        cells: [Span(role.displayName), Span(role.description, .muted)],
        isCurrent: role.id == cursor.current, isMarked: marked.contains(role.id))
    }
  }
}
