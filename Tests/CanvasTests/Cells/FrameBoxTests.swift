import Canvas
import Testing

@Suite struct FrameBoxTests {
  @Test("A box goes along the inner edge of its rectangle")
  func box() {
    var frame = Frame(size: Size(columns: 6, rows: 4))
    frame.drawBox(Rect(column: 1, row: 0, columns: 4, rows: 3), style: .plain)
    #expect(frame.text == [" ┌──┐", " │  │", " └──┘", ""])
  }

  @Test("Rectangles too small for a box draw nothing", arguments: [(1, 5), (5, 1), (0, 0)])
  func small(columns: Int, rows: Int) {
    var frame = Frame(size: Size(columns: 6, rows: 6))
    frame.drawBox(Rect(column: 0, row: 0, columns: columns, rows: rows), style: .plain)
    #expect(frame == Frame(size: frame.size))
  }

  @Test("Titles share the upper line; the left one is cut first")
  func titles() {
    let rows = [30, 24, 18, 12].map { columns in
      var frame = Frame(size: Size(columns: columns, rows: 2))
      let rect = Rect(frame.size)
      frame.drawBox(rect, style: .plain)
      frame.drawBoxTitle(
        rect, topLeft: Span("Remove a role"), topRight: Span("acme-prod"),
        bottomRight: Span("9 more"), theme: .dark)
      return frame.text(0)
    }
    #expect(
      rows == [
        "┌ Remove a role ─ acme-prod ─┐", "┌ Remove… ─ acme-prod ─┐", "┌ Remov… ─ ac…d ─┐",
        "┌ Remove… ─┐",
      ])
  }
}
