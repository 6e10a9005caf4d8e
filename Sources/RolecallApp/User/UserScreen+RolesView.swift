import AccessModel
import Canvas

extension UserScreen {
  /// The roles held directly; each row ends in the trash mark.
  func rolesTable() -> Table {
    let roles = roles.value ?? []
    return Table(
      columns: [
        Table.Column(title: "Name", width: .flexible(minimum: 14, weight: 2), priority: 2),
        Table.Column(title: "Description", width: .flexible(minimum: 12, weight: 4), priority: 1),
        Table.Column(title: "Comes from", width: .fixed(12), priority: 0),
      ],
      rowCount: roles.count, offset: roleCursor.offset, trailingColumns: 1
    ) { index in
      let role = roles[index]
      let isCurrent = role.id == roleCursor.current
      return Table.Row(
        cells: [
          Span(role.displayName),
          Span(role.description, .muted),
          Span("directly", .muted),
        ],
        isCurrent: isCurrent, isMarked: marked.contains(role.id),
        trailing: Span("✕", isCurrent ? .danger : .muted))
    }
  }

  /// Draws the Roles view.
  func drawRoles(on frame: inout Frame, in rect: Rect, _ scene: Scene) {
    rolesTable().draw(on: &frame, in: rect, theme: scene.theme)
    guard roles.value?.isEmpty ?? true else { return }
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
