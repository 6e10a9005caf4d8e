import Canvas
import SeededRandomness
import Testing

@Suite struct FrameTests {
  private let wide = Cell(text: "安", width: 2, style: .plain)
  private let narrow = Cell(text: "x", width: 1, style: Style(.bold))

  @Test("A wide cell takes two places")
  func wideCell() {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    frame.put(wide, column: 1, row: 0)
    #expect(frame.row(0).map(\.width) == [1, 2, 0, 1])
    #expect(frame[2, 0] == .continuation(style: .plain))
  }

  @Test("A cell over one half of a wide cell blanks the other half", arguments: [1, 2])
  func cut(column: Int) {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    frame.put(wide, column: 1, row: 0)
    frame.put(narrow, column: column, row: 0)
    #expect(frame.row(0).map(\.width) == [1, 1, 1, 1])
    #expect(frame[column, 0] == narrow)
    #expect(frame[3 - column, 0].text == " ")
  }

  @Test("A wide cell between two wide cells blanks what is left of both")
  func between() {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    frame.put(wide, column: 0, row: 0)
    frame.put(wide, column: 2, row: 0)
    frame.put(wide, column: 1, row: 0)
    #expect(frame.text == [" 安"])
    #expect(frame.isWhole)
  }

  @Test("A wide cell in the last column is a blank")
  func lastColumn() {
    var frame = Frame(size: Size(columns: 2, rows: 1))
    frame.put(wide, column: 1, row: 0)
    #expect(frame.text == [""])
    #expect(frame.isWhole)
  }

  @Test("A cell holds one scalar and four marks exactly")
  func content() {
    let text = "a\u{301}\u{302}\u{303}\u{1D167}"
    let cell = Cell(text: text, width: 1, style: .plain)
    #expect(Array(cell.text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(Cell(text: "\u{10FFFF}", width: 1, style: .plain).text == "\u{10FFFF}")
    #expect(Cell(text: text + "\u{305}", width: 1, style: .plain) == cell)
    #expect(
      Cell(text: "é", width: 1, style: .plain) != Cell(text: "e\u{301}", width: 1, style: .plain))
  }

  @Test("Whatever is put where, wide cells stay whole", arguments: UInt64(0)..<50)
  func anything(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var frame = Frame(size: Size(columns: 7, rows: 3))
    for _ in 0..<60 {
      frame.put(
        Bool.random(using: &generator) ? wide : narrow,
        column: Int.random(in: -2...8, using: &generator),
        row: Int.random(in: -1...3, using: &generator))
      #expect(frame.isWhole, "seed \(seed)")
    }
  }

  @Test("Restyling leaves what stands in the cells")
  func restyle() {
    var frame = Frame(size: Size(columns: 4, rows: 2))
    frame.draw("abcd", at: 0, 0, columns: 4, style: .plain)
    frame.restyle(Rect(column: 1, row: -1, columns: 2, rows: 2)) { $0.with(.reverse) }
    #expect(frame.text == ["abcd", ""])
    #expect(frame.row(0).map(\.style.attributes) == [[], .reverse, .reverse, []])
  }
}
