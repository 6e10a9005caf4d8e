import AccessModel
import Canvas

extension ChangesScreen {
  var words: ListWords {
    ListWords(
      noun: "run", placeholder: "reason, person or number", reading: "Reading what is on record…",
      empty: "Nothing has been changed from here yet.", filteredOut: "No run fits this filter.")
  }

  func table(_ scene: Scene?) -> Table {
    Table(
      columns: [
        Table.Column(title: "Run", width: .fixed(4), alignment: .trailing, priority: 3),
        Table.Column(title: "Began", width: .fixed(13), priority: 2),
        Table.Column(title: "State", width: .flexible(minimum: 14, weight: 4), priority: 4),
        Table.Column(title: "Reason", width: .flexible(minimum: 12, weight: 2), priority: 1),
        Table.Column(title: "By", width: .flexible(minimum: 10, weight: 1), priority: 0),
      ],
      rowCount: list.shown.count, offset: list.cursor.offset, trailingColumns: 0
    ) { index in
      let run = list.shown[index]
      guard let scene else { return Table.Row(cells: []) }
      let words = RunWords(run)
      return Table.Row(
        cells: [
          Span("\(run.id)"), Span(Age(of: run.begunAt.date, at: scene.now).words, .muted),
          Span(words.state, words.role), Span(run.beginning.reason),
          Span(run.beginning.appliedBy.phrase, .muted),
        ],
        isCurrent: run.id == list.cursor.current && !list.isFieldFocused)
    }
  }
}
