import Canvas
import Testing

@Suite struct RectTests {
  private let rect = Rect(column: 2, row: 3, columns: 10, rows: 4)

  @Test("Rectangles that do not meet share nothing")
  func intersection() {
    #expect(rect.intersection(Rect(column: 0, row: 0, columns: 4, rows: 5)).columns == 2)
    #expect(rect.intersection(Rect(column: 12, row: 3, columns: 4, rows: 4)).isEmpty)
    #expect(rect.intersection(Rect(column: 50, row: 50, columns: 1, rows: 1)).isEmpty)
  }

  @Test("A split keeps all rows", arguments: -1...6)
  func split(height: Int) {
    let (top, rest) = rect.split(top: height)
    #expect(top.rows + rest.rows == 4)
    #expect(top.bottom == rest.top)
    let (above, bottom) = rect.split(bottom: height)
    #expect(above.rows + bottom.rows == 4)
    #expect(bottom.bottom == rect.bottom)
    #expect(bottom.rows == min(max(height, 0), 4))
  }

  @Test("What is in the middle stays inside")
  func centered() {
    #expect(
      rect.centered(Size(columns: 4, rows: 2)) == Rect(column: 5, row: 4, columns: 4, rows: 2))
    #expect(rect.centered(Size(columns: 90, rows: 90)) == rect)
    #expect(rect.inset(left: 20).isEmpty)
  }
}
