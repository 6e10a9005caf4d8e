import Canvas
import Testing

@Suite struct KeyHintsTests {
  private let hints = KeyHints(hints: [
    (keys: "⏎", label: "open"), (keys: "d", label: "remove"), (keys: "?", label: "help"),
  ])

  @Test(
    "Words leave from the right, then keys",
    arguments: [
      (40, " ⏎ open  d remove  ? help"), (25, " ⏎ open  d remove  ? help"),
      (24, " ⏎ open  d remove  ?"), (19, " ⏎ open  d  ?"), (12, " ⏎  d  ?"), (8, " ⏎  d  ?"),
      (7, " ⏎  d"), (2, " ⏎"), (1, ""), (0, ""),
    ])
  func shrinking(columns: Int, expected: String) {
    var frame = Frame(size: Size(columns: columns, rows: 1))
    hints.draw(on: &frame, in: Rect(frame.size), theme: .dark)
    #expect(frame.text == [expected])
  }

  @Test("A click finds its hint")
  func hit() {
    let rect = Rect(column: 0, row: 3, columns: 40, rows: 1)
    #expect(hints.hint(at: Position(column: 1, row: 3), in: rect) == 0)
    #expect(hints.hint(at: Position(column: 6, row: 3), in: rect) == 0)
    #expect(hints.hint(at: Position(column: 7, row: 3), in: rect) == nil)
    #expect(hints.hint(at: Position(column: 9, row: 3), in: rect) == 1)
    #expect(hints.hint(at: Position(column: 9, row: 2), in: rect) == nil)
  }

  @Test("No hints, no line")
  func empty() {
    #expect(KeyHints([]).layout(in: 20).isEmpty)
  }
}
