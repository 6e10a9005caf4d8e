import AccessModel
import Canvas

extension UserScreen {
  /// The user's permissions, and where each comes from.
  func permissionsTable() -> Table {
    let permissions = permissions.value ?? []
    return Table(
      columns: [
        Table.Column(title: "Name", width: .flexible(minimum: 14, weight: 3), priority: 3),
        Table.Column(title: "API", width: .flexible(minimum: 10, weight: 2), priority: 1),
        Table.Column(title: "Comes from", width: .flexible(minimum: 12, weight: 3), priority: 2),
        Table.Column(title: "Description", width: .flexible(minimum: 12, weight: 3), priority: 0),
      ],
      rowCount: permissions.count, offset: permissionCursor.offset, trailingColumns: 0
    ) { index in
      let permission = permissions[index]
      return Table.Row(
        cells: [
          Span(permission.name),
          Span(permission.apiName, .muted),
          Span(Self.origin(of: permission)),
          Span(permission.description, .muted),
        ],
        isCurrent: permission.key == permissionCursor.current)
    }
  }

  /// Draws the Permissions view.
  func drawPermissions(on frame: inout Frame, in rect: Rect, _ scene: Scene) {
    permissionsTable().draw(on: &frame, in: rect, theme: scene.theme)
    guard permissions.value?.isEmpty ?? true else { return }
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

  private static func origin(of permission: Permission) -> String {
    guard let sources = permission.sources, !sources.isEmpty else { return "not said" }
    let roles = sources.filter { !$0.isDirect }.map { $0.name.isEmpty ? $0.id : $0.name }
    let direct = sources.contains(where: \.isDirect) ? ["granted directly"] : []
    return (roles + direct).joined(separator: ", ")
  }
}
