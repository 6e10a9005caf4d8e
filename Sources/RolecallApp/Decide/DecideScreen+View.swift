import AccessModel
import Canvas

extension DecideScreen {
  /// The rows below the list that tell of the change under the cursor.
  private static let footRows = 4

  func layout(_ body: Rect) -> FilterLayout {
    FilterLayout(body: parts(body).0, hasError: false)
  }

  var words: ListWords {
    ListWords(
      noun: "change", placeholder: "user or role", reading: "", empty: "Nothing is to be decided.",
      filteredOut: "No change fits this filter.")
  }

  // Enter is about all of them.
  func opens(at position: Position, body: Rect) -> Bool { false }

  func draw(on frame: inout Frame, in body: Rect, _ scene: Scene) {
    layout(body).draw(list, table(scene), words, on: &frame, scene)
    let foot = parts(body).1
    let columns = max(1, foot.columns - Table.gutter - 1)
    for (index, line) in footLines.flatMap({ $0.wrapped(to: columns) }).prefix(foot.rows)
      .enumerated()
    {
      frame.draw(
        line: line, at: foot.left + Table.gutter, foot.top + index, columns: columns,
        theme: scene.theme)
    }
  }

  private func parts(_ body: Rect) -> (Rect, Rect) {
    body.split(top: max(1, body.rows - Self.footRows))
  }

  /// Who exactly is meant, and why nobody knows.
  private var footLines: [Line] {
    guard let item = list.current else { return [] }
    let user = item.change.user
    let words = ChangeWords(item.change)
    let what = "\(words.verb) \(item.change.what) \(words.preposition)"
    let who = [user?.displayName, user?.email, user?.id.rawValue].compactMap(\.self)
    return [
      Line([Span("\(what) ", .muted), Span(who.joined(separator: "  "))]),
      Line(
        "It was sent, no answer came, and it is not so now: the call never arrived, or somebody"
          + " has decided otherwise since.", .muted),
    ]
  }

  func table(_ scene: Scene?) -> Table {
    Table(
      columns: [
        Table.Column(title: "User", width: .flexible(minimum: 14, weight: 2), priority: 3),
        Table.Column(title: "Change", width: .flexible(minimum: 16, weight: 3), priority: 2),
        Table.Column(
          title: "User id", width: .flexible(minimum: 12, weight: 2), priority: 0,
          truncation: .ends),
        Table.Column(title: "Decision", width: .fixed(14), priority: 4),
      ],
      rowCount: list.shown.count, offset: list.cursor.offset, trailingColumns: 0
    ) { index in
      let item = list.shown[index]
      return Table.Row(
        cells: [
          Span(item.change.user?.displayName ?? ""),
          Span("\(ChangeWords(item.change).verb) \(item.change.what)"),
          Span(item.change.user?.id.rawValue ?? "", .muted), Self.decision(answers[item.id]),
        ],
        isCurrent: item.id == list.cursor.current && !list.isFieldFocused)
    }
  }

  private static func decision(_ answer: ResumeDecision.Answer?) -> Span {
    switch answer {
    case .send: Span("→ send again", .warning)
    case .leave: Span("– leave as is", .ok)
    case nil: Span("? not decided", .muted)
    }
  }
}
