import Canvas
import Testing

@Suite struct TabBarTests {
  private static let titles = [
    "Details", "Roles 4", "Permissions 31", "Organizations 2", "History", "Devices", "Raw JSON",
  ]

  @Test("The open tab has a line below it")
  func drawing() {
    var frame = Frame(size: Size(columns: 100, rows: 2))
    TabBar(titles: Self.titles, current: 1).draw(on: &frame, in: Rect(frame.size), theme: .dark)
    #expect(
      frame.text == [
        " Details   Roles 4   Permissions 31   Organizations 2   History   Devices   Raw JSON",
        "           ━━━━━━━",
      ])
  }

  @Test("The open tab is whole and visible at every width", arguments: 0..<7)
  func narrow(current: Int) {
    let bar = TabBar(titles: Self.titles, current: current)
    for width in 19...100 {
      var frame = Frame(size: Size(columns: width, rows: 2))
      bar.draw(on: &frame, in: Rect(frame.size), theme: .dark)
      #expect(frame.text(0).contains(Self.titles[current]), "\(width) columns")
      let shown = bar.layout(in: width)
      #expect(frame.text(0).hasPrefix("…") == ((shown.first?.index ?? 0) > 0))
      #expect(frame.text(0).hasSuffix("…") == ((shown.last?.index ?? 6) < 6))
    }
  }

  @Test("A name that has no room is cut")
  func tiny() {
    var frame = Frame(size: Size(columns: 12, rows: 2))
    TabBar(titles: Self.titles, current: 2).draw(on: &frame, in: Rect(frame.size), theme: .dark)
    #expect(frame.text == ["… Permiss… …", "  ━━━━━━━━"])
  }

  @Test("A click finds its tab")
  func hit() {
    let bar = TabBar(titles: Self.titles, current: 0)
    let rect = Rect(column: 5, row: 2, columns: 100, rows: 2)
    #expect(bar.tab(at: Position(column: 6, row: 2), in: rect) == 0)
    #expect(bar.tab(at: Position(column: 13, row: 2), in: rect) == nil)
    #expect(bar.tab(at: Position(column: 16, row: 3), in: rect) == 1)
    #expect(bar.tab(at: Position(column: 16, row: 4), in: rect) == nil)
  }

  @Test("Without tabs nothing is drawn")
  func empty() {
    var frame = Frame(size: Size(columns: 20, rows: 2))
    TabBar(titles: [], current: 0).draw(on: &frame, in: Rect(frame.size), theme: .dark)
    #expect(frame == Frame(size: frame.size))
  }
}
