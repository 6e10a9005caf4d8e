import Canvas
import GoldenFrames
import Testing

@Suite struct GoldenTests {
  private static let names = ["users", "user", "confirm-80x24", "confirm-40x12", "monochrome"]

  private static let people = [
    ("Ana Lima", "ana@acme.example", "Username-Password", "48"),
    ("Ana\u{202E}Okafor", "a.okafor@acme.example", "google-oauth2", "3"),
    ("安娜 王", "wang@acme.example", "Username-Password", "311"),
    ("آنا حسيني", "ana.h@acme.example", "sms", "17"),
    ("An\u{200B}a Lima", "ana@acme.example", "Username-Password", "0"),
  ]

  private static func table() -> Table {
    Table(
      columns: [
        Table.Column(title: "Name", width: .flexible(minimum: 16, weight: 1), priority: 9),
        Table.Column(title: "Email", width: .flexible(minimum: 20, weight: 1), priority: 8),
        Table.Column(title: "Connection", width: .fixed(18), priority: 2),
        Table.Column(title: "Logins", width: .fixed(6), alignment: .trailing, priority: 1),
      ], rowCount: people.count, trailingColumns: 1
    ) { index in
      let person = people[index]
      return Table.Row(
        cells: [Span(person.0), Span(person.1), Span(person.2, .muted), Span(person.3)],
        isCurrent: index == 1, isMarked: index == 2, trailing: Span("✕", .danger))
    }
  }

  private static func users(theme: Theme) -> Frame {
    var frame = Frame(size: Size(columns: 80, rows: 14))
    let all = Rect(frame.size)
    StatusBar(
      left: Span("acme-prod.eu.auth0.com", .productionTenant),
      right: [Span("API 42/50"), Span("read 14:03", .muted), Span("? help", .key)]
    ).draw(on: &frame, in: all, theme: theme)
    let box = Rect(column: 1, row: 1, columns: 78, rows: 3)
    frame.drawBox(box, style: theme[.fieldFrame])
    frame.drawBoxTitle(
      box, topLeft: Span("Search by User", .muted),
      bottomRight: Span("212 of 48,210 · first 1,000 reachable", .muted), theme: theme)
    TextField(text: "ana").draw(
      on: &frame, at: 3, 2, columns: 74, isFocused: true, theme: theme, role: .text)
    table().draw(on: &frame, in: Rect(column: 0, row: 4, columns: 80, rows: 8), theme: theme)
    Toast(Line(Span("Removed Billing Admin from Ana Lima.  "), Span("u", .key), Span(" to undo")))
      .draw(on: &frame, in: all.split(bottom: 2).bottom, theme: theme)
    KeyHints(hints: [
      (keys: "⏎", label: "open"), (keys: "d", label: "remove a role"), (keys: "␣", label: "mark"),
    ]).draw(on: &frame, in: all.split(bottom: 1).bottom, theme: theme)
    return frame
  }

  private static func confirm(size: Size) -> Frame {
    var frame = Frame(size: size)
    let layout = DialogTests.confirm.draw(on: &frame, scroll: 1, theme: .dark)
    frame.draw("Reason", at: layout.foot.left, layout.foot.top, columns: 8, style: .plain)
    TextField(text: "SEC-418").draw(
      on: &frame, at: layout.foot.left + 8, layout.foot.top, columns: layout.foot.columns - 8,
      isFocused: true, theme: .dark)
    let cancel = Button("Cancel", state: .focused).draw(
      on: &frame, at: layout.foot.left, layout.foot.bottom - 1, theme: .dark)
    Button("Remove", key: "y", state: .disabled).draw(
      on: &frame, at: cancel.right + 2, layout.foot.bottom - 1, theme: .dark)
    return frame
  }

  @Test("The list of users")
  func list() {
    expectGolden(Self.users(theme: .dark), "users")
    expectGolden(Self.users(theme: .monochrome), "monochrome")
  }

  @Test("A user's tabs and a run's gauge")
  func user() {
    var frame = Frame(size: Size(columns: 60, rows: 4))
    TabBar(
      titles: ["Details", "Roles 4", "Permissions 31", "Organizations 2", "History"], current: 1
    )
    .draw(on: &frame, in: Rect(frame.size), theme: .light)
    Gauge(fraction: 0.61).draw(on: &frame, at: 1, 3, columns: 40, theme: .light)
    expectGolden(frame, "user")
  }

  @Test("The confirm dialog, at two sizes")
  func dialogs() {
    expectGolden(Self.confirm(size: Size(columns: 80, rows: 24)), "confirm-80x24")
    expectGolden(Self.confirm(size: Size(columns: 40, rows: 12)), "confirm-40x12")
  }

  @Test("Each golden file belongs to a test")
  func orphans() {
    expectNoOrphans(names: Self.names)
  }
}
