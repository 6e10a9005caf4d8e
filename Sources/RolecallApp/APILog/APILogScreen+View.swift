import AccessModel
import Canvas

extension APILogScreen {
  var words: ListWords {
    ListWords(
      noun: "call", placeholder: "path, method, status or correlation id",
      reading: "Reading the log…", empty: "No call has been made yet.",
      filteredOut: "No call fits this filter.")
  }

  func table(_ scene: Scene?) -> Table {
    Table(
      columns: [
        Table.Column(title: "Time", width: .fixed(8), priority: 4),
        Table.Column(title: "Call", width: .fixed(6), priority: 7),
        Table.Column(
          title: "Path", width: .flexible(minimum: 14, weight: 4), priority: 6, truncation: .ends),
        Table.Column(title: "Answer", width: .fixed(13), priority: 5),
        Table.Column(title: "ms", width: .fixed(6), alignment: .trailing, priority: 3),
        Table.Column(title: "Try", width: .fixed(3), alignment: .trailing, priority: 1),
        Table.Column(title: "Left", width: .fixed(6), alignment: .trailing, priority: 2),
        Table.Column(
          title: "Correlation", width: .flexible(minimum: 14, weight: 1), priority: 0,
          truncation: .ends),
      ],
      rowCount: list.shown.count, offset: list.cursor.offset, trailingColumns: 0
    ) { index in
      guard let scene else { return Table.Row(cells: []) }
      let call = list.shown[index]
      let words = CallWords(call)
      return Table.Row(
        cells: [
          Span(scene.time(call.startedAt), .muted), Span(call.method),
          Span(words.shortPath), words.answer, Span(words.milliseconds, .muted),
          Span(call.attempt > 1 ? "\(call.attempt)" : "", .warning),
          Span(call.remaining?.grouped ?? "", .muted), Span(call.correlation ?? "", .muted),
        ],
        isCurrent: call.id == list.cursor.current && !list.isFieldFocused)
    }
  }
}
