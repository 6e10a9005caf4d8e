import Canvas
import Testing

@Suite struct StatusBarTests {
  private let bar = StatusBar(
    left: Span("acme-prod.eu.auth0.com", .tenant), middle: Span("User Management › Users"),
    right: [Span("API 42/50"), Span("read 14:03"), Span("? help")])

  @Test(
    "Tenant, place and limit stay",
    arguments: [
      (
        90,
        " acme-prod.eu.auth0.com   User Management › Users         API 42/50   read 14:03   ? help"
      ),
      (70, " acme-prod.eu.auth0.com   User Mana… › Users   API 42/50   read 14:03"),
      (60, " acme-prod.eu.auth0.com   User Manag…nt › Users   API 42/50"),
      (40, " acme-prod.eu.auth0.com       API 42/50"), (30, " acme-pro…th0.com   API 42/50"),
    ])
  func shrinking(columns: Int, expected: String) {
    var frame = Frame(size: Size(columns: columns, rows: 1))
    bar.draw(on: &frame, in: Rect(frame.size), theme: .dark)
    #expect(frame.text == [expected])
  }

  @Test("It stays in its row at every width", arguments: 0...100)
  func everyWidth(columns: Int) {
    var frame = Frame(size: Size(columns: columns + 4, rows: 1))
    bar.draw(on: &frame, in: Rect(column: 2, row: 0, columns: columns, rows: 1), theme: .dark)
    let outside = [0, 1, columns + 2, columns + 3]
    #expect(outside.allSatisfy { frame[$0, 0] == .blank })
  }
}
