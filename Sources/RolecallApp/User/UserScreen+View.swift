import AccessModel
import Canvas

extension UserScreen {
  /// Where the parts stand.
  func layout(_ body: Rect) -> UserLayout { UserLayout(body: body, hasError: error != nil) }

  /// The names of the views, with how much is in them where that is known.
  var tabBar: TabBar {
    TabBar(
      titles: View.allCases.map { view in
        switch view {
        case .roles: Self.title(of: view, count: roles.value == nil ? nil : held.count)
        case .permissions:
          Self.title(of: view, count: permissions.value == nil ? nil : allPermissions.count)
        case .organizations: Self.title(of: view, count: organizations.list.value?.count)
        case .devices: Self.title(of: view, count: devices.count)
        case .history, .details, .rawJSON: view.title
        }
      }, current: view.rawValue)
  }

  private static func title(of view: View, count: Int?) -> String {
    count.map { "\(view.title) \($0.grouped)" } ?? view.title
  }

  /// Draws who this is, the names of the views, and the view.
  func draw(on frame: inout Frame, in body: Rect, _ scene: Scene) {
    let layout = layout(body)
    drawIdentity(on: &frame, layout, scene)
    tabBar.draw(on: &frame, in: layout.tabs, theme: scene.theme)
    if let error {
      ErrorBand(error: error, isWaiting: isWaiting).draw(on: &frame, in: layout.error, scene)
    }
    switch view {
    case .details:
      drawLines(
        detailsLines(now: scene.now, columns: layout.content.columns - 4), from: detailsScroll,
        on: &frame, in: layout.content, scene)
    case .roles: drawRoles(on: &frame, in: layout.content, scene)
    case .permissions: drawPermissions(on: &frame, in: layout.content, scene)
    case .organizations: drawOrganizations(on: &frame, in: layout.content, scene)
    case .history: drawHistory(on: &frame, in: layout.content, scene)
    case .devices: drawDevices(on: &frame, in: layout.content, scene)
    case .rawJSON:
      drawLines(
        jsonLines.map { Line($0) }, from: jsonScroll, on: &frame, in: layout.content, scene)
    }
    if error != nil { frame.restyle(layout.content) { $0.with(.dim) } }
  }

  /// Takes a click: on the name of a view, on a row, or on the mark at a row's end.
  mutating func click(_ position: Position, _ turn: inout Turn) {
    let layout = layout(turn.body)
    if let index = tabBar.tab(at: position, in: layout.tabs), let view = View(rawValue: index) {
      show(view, &turn)
      return
    }
    let table: Table
    switch view {
    case .roles: table = rolesTable()
    case .permissions: table = permissionsTable()
    case .organizations: table = organizationsTable()
    case .history: table = historyTable(nil)
    case .devices: table = devicesTable(nil)
    case .details, .rawJSON: return
    }
    let rect = tableRect(of: view, in: layout.content)
    guard let row = table.row(at: position, in: rect) else { return }
    place(at: row, &turn)
    // A click on a row's mark is about that row alone, whatever is marked.
    if table.isTrailing(at: position, in: rect), let change = trash(ofRow: row) {
      turn.trash(change)
    }
  }

  /// What the mark at the end of a row is about; `nil` for a row that has none.
  private func trash(ofRow row: Int) -> Change? {
    switch view {
    case .roles: held[row].isDirect ? .removeRole(held[row].role, from: user) : nil
    case .permissions:
      allPermissions[row].isDirect
        ? .revokePermission(allPermissions[row].permission, from: user) : nil
    case .organizations:
      organizations.rows[row].role.map {
        .removeOrganizationRole($0, from: user, in: organizations.rows[row].organization)
      }
    case .details, .history, .devices, .rawJSON: nil
    }
  }

  /// Whether what the view cannot do without will be read again by itself.
  var isWaiting: Bool {
    document.waiting != nil || roles.waiting != nil || permissions.waiting != nil
      || (view == .organizations && organizations.list.waiting != nil)
      || (view == .history && history.list.waiting != nil)
      || (view == .devices && devices.sessions.waiting != nil && devices.tokens.waiting != nil)
  }

  private func drawIdentity(on frame: inout Frame, _ layout: UserLayout, _ scene: Scene) {
    // Of whom nothing but the id is known, the id is not said twice.
    let isNameless = user.displayName == id.rawValue
    var spans = isNameless ? [] : [Span(" "), Span(user.displayName, .title)]
    if user.isBlocked { spans.append(Span("  ⊘ blocked", .danger)) }
    if let email = user.email, !email.isEmpty { spans.append(Span("   \(email)")) }
    var logins = ""
    if let count = user.loginsCount, let last = user.lastLogin {
      logins = "\(count.of("login")), the latest \(Age(of: last, at: scene.now).words)"
    } else if document.value != nil || listed != nil {
      logins = "never signed in"
    }
    let width = layout.identity.columns
    var used = spans.reduce(0) { $0 + $1.columns }
    // The id alone says who this is, so it keeps its place whatever the name is like.
    let idText = CellText(id.rawValue)
    let idColumns = min(idText.columns, max(20, width / 3, width - used - 4))
    if used + 3 + idColumns > width {
      let kept = max(8, width - idColumns - 4)
      spans = [Span(Line(spans).text, .title, columns: kept)]
      used = kept
    }
    spans += [
      Span(spans.isEmpty ? " " : "   "),
      Span(idText.truncated(to: idColumns, keeping: .ends), .muted),
    ]
    if used + idColumns + logins.count + 6 <= width { spans.append(Span("   \(logins)", .muted)) }
    frame.draw(
      line: Line(spans), at: layout.identity.left, layout.identity.top, columns: width,
      theme: scene.theme)
  }

  private func drawLines(
    _ lines: [Line], from first: Int, on frame: inout Frame, in rect: Rect, _ scene: Scene
  ) {
    if lines.isEmpty {
      let text =
        document.reading != nil ? "Reading…" : error == nil ? "Nothing has been read yet." : ""
      frame.draw(
        Span(text, .muted), at: 3, rect.top, columns: rect.columns - 3, theme: scene.theme)
    }
    for (index, line) in lines.dropFirst(first).prefix(rect.rows).enumerated() {
      frame.draw(
        line: line, at: rect.left + 3, rect.top + index, columns: rect.columns - 4,
        theme: scene.theme)
    }
  }
}
