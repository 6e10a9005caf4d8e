import AccessModel
import Canvas

extension APIsScreen {
  /// Where the parts stand: the last two rows explain the API under the cursor.
  func layout(_ body: Rect) -> FilterLayout {
    FilterLayout(
      body: body.split(bottom: Self.rowsOfExplanation(in: body)).0,
      hasError: list.whole.error != nil)
  }

  func draw(on frame: inout Frame, in body: Rect, _ scene: Scene) {
    layout(body).draw(list, table(scene), words, on: &frame, scene)
    drawExplanation(on: &frame, in: body.split(bottom: Self.rowsOfExplanation(in: body)).1, scene)
  }

  private static func rowsOfExplanation(in body: Rect) -> Int {
    body.rows < 12 ? 0 : body.columns < 80 ? 4 : 3
  }

  var words: ListWords {
    ListWords(
      noun: "API", placeholder: "name or identifier", reading: "Reading APIs…",
      empty: "This tenant has no APIs.", filteredOut: "No API fits this filter.")
  }

  // Nothing is behind a row.
  func opens(at position: Position, body: Rect) -> Bool { false }

  func table(_ scene: Scene?) -> Table {
    Table(
      columns: [
        Table.Column(title: "Name", width: .flexible(minimum: 14, weight: 2), priority: 5),
        Table.Column(
          title: "Identifier", width: .flexible(minimum: 16, weight: 3), priority: 2,
          truncation: .ends),
        Table.Column(title: "RBAC", width: .fixed(6), priority: 4),
        Table.Column(title: "In the token", width: .fixed(13), priority: 3),
        Table.Column(title: "Token lives", width: .fixed(11), priority: 1),
        Table.Column(
          title: "Permissions", width: .fixed(11), alignment: .trailing, priority: 0),
      ],
      rowCount: list.shown.count, offset: list.cursor.offset, trailingColumns: 0
    ) { index in
      let server = list.shown[index]
      return Table.Row(
        cells: [
          Span(server.name),
          Span(server.identifier, .muted),
          Self.rbac(of: server),
          Span(server.tokenDialect.addsPermissions ? "permissions" : "scopes alone", .muted),
          Span(Lifetime(seconds: server.tokenLifetime).words),
          Span(server.scopes.count.grouped),
        ],
        isCurrent: server.id == list.cursor.current && !list.isFieldFocused)
    }
  }

  private static func rbac(of server: ResourceServer) -> Span {
    if server.isSystem { return Span("–", .muted) }
    return server.enforcesPolicies ? Span("on", .ok) : Span("! off", .warning)
  }

  private func drawExplanation(on frame: inout Frame, in rect: Rect, _ scene: Scene) {
    guard rect.rows > 0, let server = current else { return }
    let text: String
    if server.isSystem {
      text =
        "\(server.name) is Auth0's own: it cannot be changed. Its scopes are granted to applications;"
        + " roles do not limit them."
    } else if server.enforcesPolicies {
      text =
        "RBAC is on: a token's scopes are what the user's roles and direct grants allow."
        + (server.tokenDialect.addsPermissions
          ? " The permissions stand in the access token." : " The token lists scopes alone.")
    } else {
      text =
        "RBAC is off: roles do nothing for the scopes of this API; whatever an application asks for"
        + " is in the token. Actions and apps that read role names may still react."
    }
    let lines = Line(text, server.enforcesPolicies || server.isSystem ? .muted : .warning)
      .wrapped(to: max(1, rect.columns - 2))
    for (index, line) in lines.prefix(rect.rows).enumerated() {
      frame.draw(
        line: line, at: rect.left + 1, rect.top + index, columns: rect.columns - 2,
        theme: scene.theme)
    }
  }
}
