import AccessModel
import Canvas

extension UserScreen {
  /// The user's permissions, and where each comes from.
  func permissionsTable() -> Table {
    let permissions = allPermissions
    return Table(
      columns: [
        Table.Column(title: "Name", width: .flexible(minimum: 14, weight: 2), priority: 3),
        Table.Column(title: "API", width: .flexible(minimum: 10, weight: 1), priority: 1),
        Table.Column(title: "Comes from", width: .flexible(minimum: 16, weight: 5), priority: 2),
        Table.Column(title: "Description", width: .flexible(minimum: 32, weight: 1), priority: 0),
      ],
      rowCount: permissions.count, offset: permissionCursor.offset, trailingColumns: 1
    ) { index in
      let row = permissions[index]
      let isCurrent = row.id == permissionCursor.current
      return Table.Row(
        cells: [
          Span(row.permission.name),
          Span(row.permission.apiName, .muted),
          Span(row.origin),
          Span(row.permission.description, .muted),
        ],
        isCurrent: isCurrent, isMarked: markedGrants.contains(row.id),
        trailing: row.isDirect ? .trashMark(isCurrent: isCurrent) : nil)
    }
  }

  /// Draws the Permissions view.
  func drawPermissions(on frame: inout Frame, in rect: Rect, _ scene: Scene) {
    let table = tableRect(of: .permissions, in: rect)
    permissionsTable().draw(on: &frame, in: table, theme: scene.theme)
    drawNotes(on: &frame, below: table, in: rect, scene)
    guard allPermissions.isEmpty else { return }
    let text: String
    if permissions.value != nil {
      text = "No permission, neither through a role nor directly."
    } else if permissions.reading != nil {
      text = "Reading permissions…"
    } else {
      text = permissions.error == nil ? "Nothing has been read yet." : ""
    }
    frame.draw(
      Span(text, .muted), at: Table.gutter, rect.top + 2, columns: rect.columns - Table.gutter,
      theme: scene.theme)
  }
}
