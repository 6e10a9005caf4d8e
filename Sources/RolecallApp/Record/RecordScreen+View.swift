import AccessModel
import Canvas

extension RecordScreen {
  /// Where the parts stand.
  func layout(_ body: Rect) -> RecordLayout {
    RecordLayout(
      body: body, headingRows: RecordLayout.mostHeadingRows(in: body), hasError: error != nil)
  }

  func draw(on frame: inout Frame, in body: Rect, _ scene: Scene) {
    let layout = layout(body)
    drawHeading(on: &frame, layout.heading, scene)
    layout.list.drawFilter(
      field, isFocused: isFieldFocused, extent: extent, placeholder: "user, role or id",
      on: &frame, scene)
    if let error {
      ErrorBand(error: error, isWaiting: false).draw(on: &frame, in: layout.list.error, scene)
    }
    table.draw(on: &frame, in: layout.list.table, theme: scene.theme)
    if places.isEmpty {
      frame.draw(
        Span(emptyText, .muted), at: Table.gutter, layout.list.table.top + 2,
        columns: layout.list.table.columns - Table.gutter, theme: scene.theme)
    }
    drawChange(on: &frame, layout.change, scene)
  }

  mutating func click(_ position: Position, _ turn: inout Turn) {
    let layout = layout(turn.body)
    isFieldFocused = layout.list.filter.contains(position)
    if let row = table.row(at: position, in: layout.list.table) {
      cursor.place(at: row, in: places, visible: visibleRows(turn))
    }
  }

  /// How much of the run is shown, in words.
  private var extent: String {
    if narrowing.reading != nil { return "looking…" }
    let total = run.progress.total
    let failed = showsTroubleAlone ? "failed only: " : ""
    return filter.isEmpty
      ? total.of("change") : "\(failed)\(places.count.grouped) of \(total.of("change"))"
  }

  private var emptyText: String {
    if narrowing.reading != nil { return "Looking…" }
    if filter.isEmpty { return "This run has no change." }
    return field.isEmpty ? "Nothing has failed." : "No change fits this filter."
  }

  private var table: Table {
    Table(
      columns: [
        Table.Column(title: "User", width: .flexible(minimum: 14, weight: 2), priority: 2),
        Table.Column(
          title: "User id", width: .flexible(minimum: 18, weight: 2), priority: 0,
          truncation: .ends),
        Table.Column(title: "Change", width: .flexible(minimum: 14, weight: 2), priority: 1),
        Table.Column(title: "State", width: .flexible(minimum: 18, weight: 3), priority: 3),
      ],
      rowCount: places.count, offset: cursor.offset, trailingColumns: 0
    ) { index in
      let place = places[index]
      let isCurrent = place == cursor.current && !isFieldFocused
      guard let history = histories[place] else {
        return Table.Row(
          cells: [Span("…", .muted), Span(""), Span(""), Span("")], isCurrent: isCurrent)
      }
      let words = RecordWords(history)
      let user = history.change?.record.user
      return Table.Row(
        cells: [
          Span(user.map { $0.name ?? $0.id.rawValue } ?? ""), Span(user?.id.rawValue ?? "", .muted),
          words.what, words.state,
        ], isCurrent: isCurrent)
    }
  }

  private func drawHeading(on frame: inout Frame, _ rect: Rect, _ scene: Scene) {
    let words = RunWords(run)
    let columns = max(1, rect.columns - 2)
    let beginning = run.beginning
    var who = "by \(beginning.appliedBy.phrase), \(Age(of: run.begunAt.date, at: scene.now).words)"
    who += " (\(scene.moment(run.begunAt.date)))"
    if let planner = beginning.plannedBy { who += ", planned by \(planner) as the plan claims" }
    if let subject = beginning.appliedBy.tokenSubject ?? beginning.appliedBy.clientID {
      who += ", token of \(subject)"
    }
    var lines = [
      Line([Span(words.state, words.role)], hanging: 2),
      Line([Span(who, .muted)], hanging: 2),
      beginning.reason.isEmpty ? Line("No reason was given.", .muted) : Line(beginning.reason),
    ]
    if let step = run.steps.last, let reason = step.reason, !reason.isEmpty {
      lines.insert(Line([Span(reason, .warning)], hanging: 2), at: 1)
    }
    if let holder = run.holder { lines.insert(Line("It is under way: \(holder)", .muted), at: 1) }
    // Where there is no room for all, each keeps its first row.
    let whole = lines.flatMap { $0.wrapped(to: columns) }
    let shown =
      whole.count <= rect.rows ? whole : lines.compactMap { $0.wrapped(to: columns).first }
    for (index, line) in shown.prefix(rect.rows).enumerated() {
      frame.draw(
        line: line, at: rect.left + 1, rect.top + index, columns: columns, theme: scene.theme)
    }
  }

  private func drawChange(on frame: inout Frame, _ rect: Rect, _ scene: Scene) {
    guard rect.rows > 1, let current else { return }
    let lines = RecordWords(current).lines(scene).flatMap {
      $0.wrapped(to: max(1, rect.columns - 2))
    }
    // A row of air above it.
    for (index, line) in lines.prefix(rect.rows - 1).enumerated() {
      frame.draw(
        line: line, at: rect.left + 1, rect.top + 1 + index, columns: rect.columns - 2,
        theme: scene.theme)
    }
  }
}
