import AccessModel
import Canvas

extension UserScreen {
  /// What a view says below its list: what is elsewhere, and what is not known.
  func notes(of view: View) -> [String] {
    switch view {
    case .roles:
      guard roles.value != nil else { return [] }
      return [organizations.summary, groups.unknown, extensionNote].compactMap(\.self)
    case .permissions:
      guard permissions.value != nil else { return [] }
      let unknown = held.filter { groups.given[$0.id]?.error != nil }.map(\.role.displayName)
      return [
        groups.unknown,
        unknown.isEmpty ? nil : "Not known: what \(unknown.joined(separator: ", ")) gives",
      ].compactMap(\.self)
    case .organizations:
      guard !organizations.rows.isEmpty else { return [] }
      return [
        organizations.unknownRoles,
        "Roles here count for logins through their organization alone; memberships are managed in the"
          + " Dashboard",
      ].compactMap(\.self)
    case .history:
      return [history.note].compactMap(\.self)
    case .devices:
      return devices.unknown
    case .details, .rawJSON:
      return []
    }
  }

  /// What the Authorization Extension left with the user, and what that means; `nil` where it left nothing.
  var extensionNote: String? {
    guard let traces = user.authorizationExtension, !traces.entries.isEmpty else { return nil }
    var names: [String] = []
    for role in traces.entries.flatMap(\.roles) where !names.contains(role) { names.append(role) }
    let rest = names.count - 5
    let named =
      names.prefix(5).map { $0.shortened() }.joined(separator: ", ")
      + (rest > 0 ? " and \(rest.grouped) more" : "")
    let lead =
      names.isEmpty ? "The Authorization Extension" : "Authorization Extension: \(named)"
    return "\(lead) – another system's; removing a role here does not touch that"
  }

  /// The part of a view's content that its list takes; what is left below is for the notes.
  func tableRect(of view: View, in content: Rect) -> Rect {
    content.split(top: content.rows - noteLines(of: view, in: content).count).0
  }

  /// Draws the notes right below the list, or at the end of the room where that is short.
  func drawNotes(on frame: inout Frame, below table: Rect, in content: Rect, _ scene: Scene) {
    let lines = noteLines(of: view, in: content)
    // Below an empty list's heads a sentence says that it is empty.
    let rows = max(2, rowCount(of: view))
    let top = min(table.top + 1 + rows, table.bottom)
    for (index, line) in lines.enumerated() {
      frame.draw(
        line: line, at: content.left + Table.gutter, top + index,
        columns: content.columns - Table.gutter - 1, theme: scene.theme)
    }
  }

  /// The lines of the notes: whole where there is room beside the list, else a row each.
  private func noteLines(of view: View, in content: Rect) -> [Line] {
    let columns = max(1, content.columns - Table.gutter - 1)
    let notes = notes(of: view)
    let whole = notes.flatMap { Line($0, .muted, hanging: 2).wrapped(to: columns) }
    if whole.count <= max(content.rows - 1 - max(2, rowCount(of: view)), content.rows / 4) {
      return whole
    }
    // The first has a view of its own: where there is no room for all, the others matter more.
    let room = max(1, content.rows * 2 / 5)
    return notes.suffix(room).map { note in
      Line([Span(CellText(note).truncated(to: columns, keeping: .start), .muted)])
    }
  }

  private func rowCount(of view: View) -> Int {
    switch view {
    case .roles: held.count
    case .permissions: allPermissions.count
    case .organizations: organizations.rows.count
    case .history: history.ids.count
    case .devices: devices.rows.count
    case .details, .rawJSON: 0
    }
  }
}
