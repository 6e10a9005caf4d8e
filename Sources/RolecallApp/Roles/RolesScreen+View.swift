import AccessModel
import Canvas

extension RolesScreen {
  var words: ListWords {
    ListWords(
      noun: "role", placeholder: "name or description", reading: "Reading roles…",
      empty: "This tenant has no roles.", filteredOut: "No role fits this filter.")
  }

  func table(_ scene: Scene?) -> Table {
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
