import AccessModel
import Canvas

extension RemoveRolesScreen {
  /// The rows below the list in which stands whom it is about.
  private static let footRows = 2

  /// Where the parts stand.
  func layout(_ body: Rect) -> FilterLayout {
    FilterLayout(body: parts(body).0, hasError: holdings.error != nil)
  }

  /// How many rows of the list are on screen.
  func visibleRows(_ turn: Turn) -> Int { layout(turn.body).visibleRows }

  func draw(on frame: inout Frame, in body: Rect, _ scene: Scene) {
    let layout = layout(body)
    layout.drawFilter(
      list.field, isFocused: list.isFieldFocused,
      extent: holdings.isComplete ? list.extent("role") : holdings.progress,
      placeholder: "name or description", on: &frame, scene)
    if let error = holdings.error {
      ErrorBand(error: error, isWaiting: false).draw(on: &frame, in: layout.error, scene)
    }
    table.draw(on: &frame, in: layout.table, theme: scene.theme)
    if list.shown.isEmpty {
      frame.draw(
        Span(emptyText, .muted), at: Table.gutter, layout.table.top + 2,
        columns: layout.table.columns - Table.gutter, theme: scene.theme)
    }
    let foot = parts(body).1
    for (index, line) in footLines.prefix(foot.rows).enumerated() {
      frame.draw(
        line: line, at: foot.left + Table.gutter, foot.top + index,
        columns: max(0, foot.columns - Table.gutter - 1), theme: scene.theme)
    }
  }

  mutating func click(_ position: Position, _ turn: inout Turn) {
    layout(turn.body).click(position, &list, table)
  }

  private func parts(_ body: Rect) -> (Rect, Rect) {
    body.split(top: max(1, body.rows - Self.footRows))
  }

  /// Whom it is about, and who is left out.
  private var footLines: [Line] {
    guard holdings.isComplete else { return [] }
    let named = holdings.known.prefix(4).map { $0.displayName.shortened() }
    let rest = holdings.known.count - named.count
    let names = named.joined(separator: ", ") + (rest > 0 ? " and \(rest.grouped) more" : "")
    // Of one alone there is room to say who exactly that is.
    let exact = holdings.known.count == 1 ? holdings.known[0] : nil
    let who = exact.map { "\($0.displayName)  \($0.email ?? "")  \($0.id.rawValue)" } ?? names
    var lines = [Line("\(holdings.known.count.of("user")): \(who)", .muted)]
    if let words = holdings.leftOutWords { lines.append(Line("! \(words)", .danger)) }
    return lines
  }

  private var emptyText: String {
    if isLoading { return "Reading what \(holdings.people.words) \(holdVerb)…" }
    guard holdings.isComplete else {
      return holdings.error == nil
        ? "Not everybody has been read. \(Key.control("r").label) reads again." : ""
    }
    if !list.field.isEmpty { return "No role fits this filter." }
    return holdings.known.isEmpty ? "Nobody could be read." : "Nobody holds a role directly."
  }

  private var holdVerb: String {
    if case .chosen(let users) = holdings.people, users.count > 1 { return "hold" }
    return "holds"
  }

  private var table: Table {
    let total = holdings.known.count
    var columns = [
      Table.Column(title: "Name", width: .flexible(minimum: 14, weight: 2), priority: 3),
      Table.Column(title: "Description", width: .flexible(minimum: 12, weight: 3), priority: 1),
    ]
    if total > 1 {
      columns.append(
        Table.Column(
          title: "Held directly by", width: .fixed(17), alignment: .trailing, priority: 2))
    }
    return Table(
      columns: columns, rowCount: list.shown.count, offset: list.cursor.offset, trailingColumns: 0
    ) { index in
      let choice = list.shown[index]
      return Table.Row(
        cells: [
          Span(choice.role.displayName), Span(choice.role.description, .muted),
          Span("\(choice.holders.count.grouped) of \(total.grouped)"),
        ],
        isCurrent: choice.id == list.cursor.current && !list.isFieldFocused,
        isMarked: marks.contains(choice.id))
    }
  }
}
