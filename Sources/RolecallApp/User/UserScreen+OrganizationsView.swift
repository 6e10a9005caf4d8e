import AccessModel
import Canvas

extension UserScreen {
  /// The organizations of the user, and below each the roles held there.
  func organizationsTable() -> Table {
    let rows = organizations.rows
    return Table(
      columns: [
        Table.Column(title: "Organization", width: .flexible(minimum: 18, weight: 3), priority: 2),
        Table.Column(
          title: "Roles held there", width: .flexible(minimum: 12, weight: 3), priority: 1),
        Table.Column(title: "Id", width: .flexible(minimum: 12, weight: 2), priority: 0),
      ],
      rowCount: rows.count, offset: organizations.cursor.offset, trailingColumns: 1
    ) { index in
      let row = rows[index]
      let isCurrent = row.id == organizations.cursor.current
      guard let role = row.role, let name = row.roleName else {
        return Table.Row(
          cells: [
            Span(row.organization.knownName, .title),
            roleCount(in: row.organization),
            Span(row.organization.id.rawValue, .muted),
          ], isCurrent: isCurrent)
      }
      return Table.Row(
        cells: [
          Span("  \(name)"), Span(role.description, .muted), Span(role.id.rawValue, .muted),
        ], isCurrent: isCurrent, isMarked: organizations.marked.contains(row.id),
        trailing: .trashMark(isCurrent: isCurrent))
    }
  }

  /// Draws the Organizations view.
  func drawOrganizations(on frame: inout Frame, in rect: Rect, _ scene: Scene) {
    let table = tableRect(of: .organizations, in: rect)
    organizationsTable().draw(on: &frame, in: table, theme: scene.theme)
    drawNotes(on: &frame, below: table, in: rect, scene)
    guard organizations.rows.isEmpty else { return }
    let text: String
    if organizations.list.value != nil {
      text = "Member of no organization."
    } else if organizations.list.reading != nil {
      text = "Reading organizations…"
    } else {
      text = organizations.list.error == nil ? "Nothing has been read yet." : ""
    }
    frame.draw(
      Span(text, .muted), at: Table.gutter, rect.top + 2, columns: rect.columns - Table.gutter,
      theme: scene.theme)
  }

  /// How many roles are held in an organization, or why that is not known.
  private func roleCount(in organization: Organization) -> Span {
    switch organizations.roles[organization.id] {
    case .known(let roles): Span(roles.isEmpty ? "no role" : roles.count.of("role"), .muted)
    case .unknown: Span("not checked", .warning)
    case nil: Span("…", .muted)
    }
  }
}
