import AccessModel
import Canvas

extension RoleScreen {
  /// Where the parts stand.
  func layout(_ body: Rect) -> RoleLayout { RoleLayout(body: body, hasError: error != nil) }

  /// The names of the views, with how much is in them where that is known.
  var tabBar: TabBar {
    TabBar(
      titles: View.allCases.map { view in
        let count: Int? =
          switch view {
          case .settings: nil
          case .permissions: permissions.whole.value?.count ?? reach.value?.permissions.value
          case .users: reach.value?.holders.value
          }
        return count.map { "\(view.title) \($0.grouped)" } ?? view.title
      }, current: view.rawValue)
  }

  func draw(on frame: inout Frame, in body: Rect, _ scene: Scene) {
    let layout = layout(body)
    frame.draw(
      line: Line([
        Span(" "), Span(known.displayName, .title), Span("   \(id.rawValue)", .muted),
        Span("   \(known.description)", .muted),
      ]), at: layout.identity.left, layout.identity.top, columns: layout.identity.columns,
      theme: scene.theme)
    tabBar.draw(on: &frame, in: layout.tabs, theme: scene.theme)
    if let error {
      ErrorBand(error: error, isWaiting: isWaiting).draw(on: &frame, in: layout.list.error, scene)
    }
    switch view {
    case .settings: drawSettings(on: &frame, in: layout.list, scene)
    case .permissions: drawPermissions(on: &frame, in: layout.list, scene)
    case .users: drawUsers(on: &frame, in: layout.list, scene)
    }
    if error != nil { frame.restyle(layout.list.table) { $0.with(.dim) } }
  }

  mutating func click(_ position: Position, _ turn: inout Turn) {
    let layout = layout(turn.body)
    if let index = tabBar.tab(at: position, in: layout.tabs), let view = View(rawValue: index) {
      show(view, &turn)
      return
    }
    focusFilter(layout.list.filter.contains(position))
    guard
      let table = view == .users ? usersTable(nil) : view == .permissions ? permissionsTable : nil,
      let row = table.row(at: position, in: layout.list.table)
    else { return }
    let isTrash = table.isTrailing(at: position, in: layout.list.table)
    if view == .permissions {
      permissions.place(at: row, visible: layout.visibleRows)
      if isTrash, let permission = permissions.current {
        turn.trash(.removePermission(permission, from: known))
      }
      return
    }
    members.place(at: row, visible: layout.visibleRows)
    if isTrash, let user = currentUser {
      turn.trash(.removeRole(known, from: user))
    }
  }

  func opens(at position: Position, body: Rect) -> Bool {
    view == .users && usersTable(nil).row(at: position, in: layout(body).list.table) != nil
  }

  /// How much of the list of users is there, as honestly as it can be said.
  var usersExtent: String {
    let loaded = members.members.count
    let total = reach.value?.holders.value
    let extent: String
    if !members.field.isEmpty {
      extent = "\(members.shown.count.grouped) of \(loaded.grouped)\(isComplete ? "" : " loaded")"
    } else if isComplete {
      extent = loaded.of("user")
    } else if let total, total > loaded {
      extent = "\(loaded.grouped) loaded of \(total.grouped)"
    } else {
      extent = loaded == 0 ? "" : "\(loaded.grouped) loaded"
    }
    guard let marking else { return extent }
    return "looked up \(marking.checked.grouped) of \(marking.ids.count.grouped) · \(extent)"
  }

  private func drawSettings(on frame: inout Frame, in layout: FilterLayout, _ scene: Scene) {
    var lines = [
      ("Name", known.displayName), ("Role id", id.rawValue),
      ("Description", known.description.isEmpty ? "none" : known.description),
    ]
    lines.append(("Held directly by", Self.words(reach.value?.holders, "user")))
    lines.append(("Permissions", Self.words(reach.value?.permissions, "permission")))
    if let address = scene.session?.tenant.dashboardAddress(of: id) {
      lines.append(("Create or rename", "in the Dashboard: \(address)"))
    }
    var row = layout.filter.top + 1
    for (label, value) in lines {
      let line = Line([Span(label, .muted, columns: 18), Span(value)], hanging: 18)
      for line in line.wrapped(to: max(1, layout.table.columns - 4)) where row < layout.table.bottom
      {
        frame.draw(
          line: line, at: layout.table.left + 3, row, columns: layout.table.columns - 4,
          theme: scene.theme)
        row += 1
      }
    }
  }

  private static func words(_ fact: Fact<Int>?, _ noun: String) -> String {
    switch fact {
    case .known(let count): count.of(noun)
    case .unknown: "not known: this token may not read it"
    case nil: "reading…"
    }
  }

  private func drawPermissions(on frame: inout Frame, in layout: FilterLayout, _ scene: Scene) {
    layout.drawFilter(
      permissions.field, isFocused: permissions.isFieldFocused,
      extent: permissions.extent("permission"), placeholder: "name, API or description",
      on: &frame, scene)
    permissionsTable.draw(on: &frame, in: layout.table, theme: scene.theme)
    guard permissions.shown.isEmpty else { return }
    let text =
      permissions.whole.reading != nil
      ? "Reading permissions…"
      : permissions.whole.value == nil
        ? "" : permissions.field.isEmpty ? "This role gives nothing." : "Nothing fits this filter."
    frame.draw(
      Span(text, .muted), at: Table.gutter, layout.table.top + 2,
      columns: layout.table.columns - Table.gutter, theme: scene.theme)
  }

  private func drawUsers(on frame: inout Frame, in layout: FilterLayout, _ scene: Scene) {
    layout.drawFilter(
      members.field, isFocused: members.isFieldFocused, extent: usersExtent,
      placeholder: "name, email or user id", on: &frame, scene)
    usersTable(scene).draw(on: &frame, in: layout.table, theme: scene.theme)
    guard members.shown.isEmpty else { return }
    let text =
      streaming != nil
      ? "Reading who holds it…"
      : !isComplete ? "" : members.field.isEmpty ? "Nobody holds it directly." : "Nobody fits."
    frame.draw(
      Span(text, .muted), at: Table.gutter, layout.table.top + 2,
      columns: layout.table.columns - Table.gutter, theme: scene.theme)
  }

  private var permissionsTable: Table {
    Table(
      columns: [
        Table.Column(title: "Name", width: .flexible(minimum: 16, weight: 2), priority: 2),
        Table.Column(title: "API", width: .flexible(minimum: 12, weight: 2), priority: 1),
        Table.Column(title: "Description", width: .flexible(minimum: 12, weight: 3), priority: 0),
      ],
      rowCount: permissions.shown.count, offset: permissions.cursor.offset, trailingColumns: 1
    ) { index in
      let permission = permissions.shown[index]
      let isCurrent = permission.key == permissions.cursor.current && !permissions.isFieldFocused
      return Table.Row(
        cells: [
          Span(permission.name), Span(permission.apiName, .muted),
          Span(permission.description, .muted),
        ],
        isCurrent: isCurrent, isMarked: markedPermissions.contains(permission.key),
        trailing: .trashMark(isCurrent: isCurrent))
    }
  }

  /// Who holds it, each row with the trash mark at its end; without a scene only places count.
  private func usersTable(_ scene: Scene?) -> Table {
    Table(
      columns: [
        Table.Column(title: "Name", width: .flexible(minimum: 16, weight: 3), priority: 4),
        Table.Column(
          title: "Email", width: .flexible(minimum: 16, weight: 3), priority: 3,
          truncation: .ends),
        Table.Column(
          title: "Connection", width: .flexible(minimum: 14, weight: 1), priority: 1),
        Table.Column(title: "Latest login", width: .fixed(15), priority: 2),
      ],
      rowCount: members.shown.count, offset: members.cursor.offset, trailingColumns: 1
    ) { index in
      guard let scene else { return Table.Row(cells: [], trailing: Span("✕")) }
      return row(members.shown[index], scene)
    }
  }

  private func row(_ number: Int, _ scene: Scene) -> Table.Row {
    let member = members.members[number]
    let user = User(id: member.id, name: member.name, email: member.email)
    let detail = members.details[member.id]
    let isBlocked = detail?.isBlocked ?? false
    let role: StyleRole = isBlocked ? .muted : .text
    let age = detail?.lastLogin.map { Age(of: $0, at: scene.now) }
    let isCurrent = number == members.cursor.current && !members.isFieldFocused
    let missing = lookupError == nil && !members.isLookedUp(member.id) ? "…" : "?"
    let login: Span =
      detail == nil
      ? Span(missing, .muted)
      : Span(age?.words ?? "never", age?.isStale ?? false ? .danger : age == nil ? .muted : role)
    return Table.Row(
      cells: [
        Span(user.displayName + (isBlocked ? " ⊘" : ""), role),
        Span(member.email ?? "", role),
        Span(detail?.connection ?? missing, detail == nil ? .muted : role),
        login,
      ],
      isCurrent: isCurrent, isMarked: members.marks.contains(number),
      trailing: .trashMark(isCurrent: isCurrent))
  }
}
