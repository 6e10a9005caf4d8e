import AccessModel
import Canvas

extension UserScreen {
  /// Where the user is signed in.
  ///
  /// - Parameter scene: What it is drawn with; `nil` where only its rows' places are asked for.
  func devicesTable(_ scene: Scene?) -> Table {
    let rows = devices.rows
    return Table(
      columns: [
        Table.Column(title: "What", width: .fixed(13), priority: 5),
        Table.Column(title: "Device", width: .flexible(minimum: 14, weight: 3), priority: 4),
        Table.Column(title: "Last used", width: .fixed(14), priority: 3),
        Table.Column(
          title: "IP", width: .flexible(minimum: 15, weight: 1), priority: 1, truncation: .ends),
        Table.Column(
          title: "Applications", width: .flexible(minimum: 14, weight: 2), priority: 0,
          truncation: .ends),
        Table.Column(title: "Ends", width: .fixed(16), priority: 2),
      ],
      rowCount: rows.count, offset: devices.cursor.offset, trailingColumns: 0
    ) { index in
      guard let scene else { return Table.Row(cells: []) }
      return Table.Row(
        cells: Self.cells(of: rows[index], scene),
        isCurrent: rows[index].id == devices.cursor.current)
    }
  }

  /// Draws the Devices view.
  func drawDevices(on frame: inout Frame, in rect: Rect, _ scene: Scene) {
    let table = tableRect(of: .devices, in: rect)
    devicesTable(scene).draw(on: &frame, in: table, theme: scene.theme)
    drawNotes(on: &frame, below: table, in: rect, scene)
    guard devices.rows.isEmpty else { return }
    let text: String
    if devices.isReading {
      text = "Reading sessions and refresh tokens…"
    } else if devices.count != nil {
      text = "Signed in nowhere: no session, no refresh token."
    } else if devices.sessions.value != nil {
      text = "No session."
    } else if devices.tokens.value != nil {
      text = "No refresh token."
    } else {
      text = devices.error == nil ? "Nothing has been read yet." : ""
    }
    frame.draw(
      Span(text, .muted), at: Table.gutter, rect.top + 2, columns: rect.columns - Table.gutter,
      theme: scene.theme)
  }

  private static func cells(of row: UserDevices.Row, _ scene: Scene) -> [Span] {
    let (what, device, used, clients, ends) =
      switch row {
      case .session(let session):
        (
          "Session", session.device, session.lastInteractedAt ?? session.authenticatedAt,
          session.clientIDs, [session.expiresAt, session.idleExpiresAt]
        )
      case .token(let token):
        (
          "Refresh token", token.device, token.lastExchangedAt ?? token.createdAt,
          [token.clientID].compactMap(\.self), [token.expiresAt, token.idleExpiresAt]
        )
      }
    let agent = device?.lastUserAgent ?? device?.initialUserAgent
    let end = ends.compactMap(\.self).min()
    return [
      Span(what), Span(DeviceWords(userAgent: agent).text),
      Span(used.map { Age(of: $0, at: scene.now).words } ?? "never", .muted),
      Span(device?.lastAddress ?? device?.initialAddress ?? "", .muted),
      Span(clients.joined(separator: ", "), .muted),
      Span(end.map(scene.moment) ?? "never", .muted),
    ]
  }
}
