import AccessModel
import Canvas

extension UserScreen {
  /// The roles of the tenant that the user has; the rows of those held directly end in the trash mark.
  func rolesTable() -> Table {
    let roles = held
    return Table(
      columns: [
        Table.Column(title: "Name", width: .flexible(minimum: 14, weight: 2), priority: 2),
        Table.Column(title: "Description", width: .flexible(minimum: 12, weight: 3), priority: 0),
        Table.Column(title: "Comes from", width: originWidth, priority: 1),
      ],
      rowCount: roles.count, offset: roleCursor.offset, trailingColumns: 1
    ) { index in
      let row = roles[index]
      let role = row.role
      let isCurrent = role.id == roleCursor.current
      return Table.Row(
        cells: [
          Span(role.displayName),
          Span(role.description, .muted),
          Span(row.origin, .muted),
        ],
        isCurrent: isCurrent, isMarked: marked.contains(role.id),
        trailing: row.isDirect ? .trashMark(isCurrent: isCurrent) : nil)
    }
  }

  /// As much room as where roles come from needs, within reason.
  private var originWidth: Table.Column.Width {
    held.contains(where: \.isThroughGroups)
      ? .flexible(minimum: 18, weight: 3) : .flexible(minimum: 10, weight: 1)
  }

  /// Draws the Roles view.
  func drawRoles(on frame: inout Frame, in rect: Rect, _ scene: Scene) {
    let table = tableRect(of: .roles, in: rect)
    rolesTable().draw(on: &frame, in: table, theme: scene.theme)
    drawNotes(on: &frame, below: table, in: rect, scene)
    guard held.isEmpty else { return }
    let text: String
    if roles.value != nil {
      text = "No role is held directly."
    } else if roles.reading != nil {
      text = "Reading roles…"
    } else {
      text = roles.error == nil ? "Nothing has been read yet." : ""
    }
    frame.draw(
      Span(text, .muted), at: Table.gutter, rect.top + 2, columns: rect.columns - Table.gutter,
      theme: scene.theme)
  }
}
