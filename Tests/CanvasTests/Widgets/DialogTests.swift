import Canvas
import Testing

@Suite struct DialogTests {
  private static let sizes = [
    Size(columns: 100, rows: 30), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
  ]

  /// What the confirm dialog of one role of one user has to say, with more lines than most.
  static let confirm = Dialog(
    title: "Remove a role", corner: "acme-prod.eu.auth0.com", isDanger: true,
    head: [
      Line(Span("Billing Admin  "), Span("rol_NHBmr6NkzbRcHob1", .muted)),
      Line(Span("from "), Span("Ana Lima", .title), Span("  ana@acme.example (verified)")),
      Line(
        "Username-Password-Authentication  auth0|63d17c50e99d3933163bdda9", .muted,
        indentation: 5),
    ],
    body: [
      .blank,
      Line("1 more account has this email (google-oauth2|10472…8813): not touched", .danger),
      .blank, Line("Logins without an organization lose 3 permissions"),
    ]
      + (1...20).map {
        Line(
          Span("– ", .danger), Span("delete:thing\($0)", .danger, columns: 24),
          Span("Billing API", .muted), indentation: 2, hanging: 2)
      },
    foot: 2)

  @Test("The box never leaves the screen, and its parts never leave the box")
  func within() {
    for columns in stride(from: 0, through: 130, by: 7) {
      for rows in 0...40 {
        let size = Size(columns: columns, rows: rows)
        let layout = Self.confirm.layout(in: size)
        #expect(layout.box.intersection(Rect(size)) == layout.box, "\(size)")
        for part in [layout.head, layout.body, layout.foot] where !part.isEmpty {
          #expect(layout.box.intersection(part) == part, "\(size)")
        }
        #expect(layout.head.bottom <= layout.body.top || layout.head.isEmpty, "\(size)")
        #expect(layout.body.bottom <= layout.foot.top || layout.foot.isEmpty, "\(size)")
        var frame = Frame(size: size)
        Self.confirm.draw(on: &frame, scroll: 3, theme: .dark)
        #expect(frame.isWhole, "\(size)")
      }
    }
  }

  @Test("The foot and the head stay, and the body scrolls", arguments: sizes)
  func parts(size: Size) {
    let layout = Self.confirm.layout(in: size)
    #expect(layout.foot.rows == 2)
    #expect(layout.head.rows == layout.headLines.count)
    #expect(layout.head.rows >= 3)
    #expect(layout.body.rows >= 1)
    #expect(layout.maximumScroll == layout.bodyLines.count - layout.body.rows)
    #expect(layout.maximumScroll > 0)
  }

  @Test("All of the body can be scrolled to", arguments: sizes)
  func scrolling(size: Size) {
    let layout = Self.confirm.layout(in: size)
    var seen: Set<String> = []
    for scroll in 0...layout.maximumScroll {
      var frame = Frame(size: size)
      Self.confirm.draw(on: &frame, scroll: scroll, theme: .dark)
      for number in 1...20 where frame.text.contains(where: { $0.contains("thing\(number) ") }) {
        seen.insert("thing\(number)")
      }
      #expect(frame.text.contains { $0.contains("Billing Admin") })
      #expect(frame.text.contains { $0.contains("▲ \(scroll)") } == (scroll > 0))
      let below = layout.maximumScroll - scroll
      #expect(frame.text.contains { $0.contains("▼ \(below) more") } == (below > 0))
    }
    #expect(seen.count == 20)
  }

  @Test("Scrolling too far shows the end")
  func scrolledTooFar() {
    let size = Size(columns: 80, rows: 24)
    var frames = [Frame(size: size), Frame(size: size)]
    Self.confirm.draw(
      on: &frames[0], scroll: Self.confirm.layout(in: size).maximumScroll, theme: .dark)
    Self.confirm.draw(on: &frames[1], scroll: 999, theme: .dark)
    #expect(frames[0] == frames[1])
  }

  @Test("A head with no room scrolls, and the foot and three lines stay")
  func headWithoutRoom() {
    var dialog = Self.confirm
    dialog.head += (1...12).map { Line("line \($0)") }
    dialog.foot = 9
    let layout = dialog.layout(in: Size(columns: 40, rows: 12))
    #expect(layout.headLines.isEmpty)
    #expect(layout.head.isEmpty)
    #expect(layout.body.rows == 3)
    #expect(layout.foot.rows == 7)
    #expect(layout.bodyLines.first?.text.hasPrefix("Billing Admin") == true)
  }

  @Test("A dialog that has room does not scroll and says nothing of it")
  func small() {
    let dialog = Dialog(title: "Quit", body: [Line("A run goes on.")], foot: 1)
    var frame = Frame(size: Size(columns: 60, rows: 10))
    let layout = dialog.draw(on: &frame, theme: .dark)
    #expect(layout.box.rows == 4)
    #expect(layout.maximumScroll == 0)
    #expect(!frame.text.joined().contains("more"))
  }
}
