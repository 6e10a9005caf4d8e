import Canvas
import TerminalEmulator
import Testing

@testable import Terminal

extension InProcessTests {
  @Suite("Painting")
  struct PaintingTests {
    @Test("Cells appear with their colours and attributes")
    func styles() throws {
      let board = try DrawingBoard(columns: 40, rows: 4)
      var frame = Frame(size: Size(columns: 40, rows: 4))
      let styles: [Style] = [
        .plain, Style(.bold), Style(.reverse), Style(.underline), Style(.dim),
        Style(foreground: .red), Style(background: .brightBlue),
        Style(foreground: .brightWhite, background: .green, [.bold, .underline]),
      ]
      for (column, style) in styles.enumerated() {
        frame.put(Cell(text: "x", width: 1, style: style), column: column, row: 1)
      }
      try board.paint(frame)
      let contents = board.terminal.contents
      for (column, style) in styles.enumerated() {
        let cell = contents.cell(row: 1, column: column)
        #expect(cell.text == "x")
        #expect(cell.foreground == expected(style.foreground))
        #expect(cell.background == expected(style.background))
        #expect(cell.isBold == style.attributes.contains(.bold))
        #expect(cell.isReverse == style.attributes.contains(.reverse))
        #expect(cell.isUnderlined == style.attributes.contains(.underline))
      }
    }

    @Test(
      "After lines were moved the cursor is there again, also where there is one place to save it")
    func cursorAfterScrolling() throws {
      let board = try DrawingBoard(columns: 40, rows: 12)
      func frame(_ rows: [Int]) -> Frame {
        var frame = Frame(size: Size(columns: 40, rows: 12))
        // The last row is a foot, which stays where it is.
        for (row, number) in (rows + [99]).enumerated() {
          frame.draw(
            Span("line \(number) of some that are long enough"), at: 0, row, columns: 40,
            theme: .dark)
        }
        return frame
      }
      try board.paint(frame(Array(0..<11)))
      // The cursor comes to rest where the lines below are about to move.
      try board.paint(frame([0, 1, 2, 13] + Array(4..<11)))
      let update = try board.paint(frame([0, 1, 2, 14, 13] + Array(4..<10)))
      #expect(String(decoding: update, as: UTF8.self).contains("\u{1B}7"), "no cursor was saved")
      board.screen.close()
      try board.read()
      #expect(board.terminal.contents.isCursorVisible)
      #expect(!board.terminal.contents.isAlternateScreen)
    }

    @Test("Every colour is its entry of the palette, on any background")
    func colors() throws {
      let board = try DrawingBoard(columns: 17, rows: 17)
      var frame = Frame(size: Size(columns: 17, rows: 17))
      for (row, background) in Color.allCases.enumerated() {
        for (column, foreground) in Color.allCases.enumerated() {
          let style = Style(foreground: foreground, background: background)
          frame.put(Cell(text: "x", width: 1, style: style), column: column, row: row)
        }
      }
      try board.paint(frame)
      let contents = board.terminal.contents
      for (row, background) in Color.allCases.enumerated() {
        for (column, foreground) in Color.allCases.enumerated() {
          let cell = contents.cell(row: row, column: column)
          #expect(cell.foreground == expected(foreground))
          #expect(cell.background == expected(background))
        }
      }
    }

    @Test(
      "A terminal of eight colours shows the bright ones as bold, one of none none",
      arguments: [
        ("linux", 8), ("vt100", 0),
      ])
    func fewColors(type: String, colors: Int) throws {
      let board = try DrawingBoard(columns: 10, rows: 2, type: type)
      #expect(board.screen.colors == colors)
      var frame = Frame(size: Size(columns: 10, rows: 2))
      let style = Style(foreground: .brightRed, background: .brightBlue)
      frame.put(Cell(text: "x", width: 1, style: style), column: 0, row: 0)
      try board.paint(frame)
      let cell = board.terminal.contents.cell(row: 0, column: 0)
      #expect(cell.text == "x")
      #expect(cell.isBold == (colors == 8))
      #expect(cell.background == (colors == 8 ? .palette(4) : .standard))
    }

    @Test("Halves of wide cells never stay behind")
    func wideCells() throws {
      let board = try DrawingBoard(columns: 12, rows: 1)
      let rows = ["日本日本日本", "a日本日本b", "abcdefghijkl", "日b本d日f本h", "abc日efg本ij", "e\u{301}日", ""]
      for (text, next) in zip(rows, rows.dropFirst()) {
        for shown in [text, next] {
          try board.paint(line(shown, columns: 12))
          #expect(board.terminal.contents.row(0) == shown)
        }
      }
    }

    @Test("A wide cell's look changes on both halves")
    func wideStyle() throws {
      let board = try DrawingBoard(columns: 6, rows: 1)
      var frame = line("a日b", columns: 6)
      try board.paint(frame)
      frame.restyle(Rect(column: 2, row: 0, columns: 1, rows: 1)) { $0.with(.reverse) }
      frame.restyle(Rect(column: 1, row: 0, columns: 1, rows: 1)) { $0.with(.reverse) }
      try board.paint(frame)
      #expect(board.terminal.contents.cell(row: 0, column: 1).isReverse)
      #expect(board.terminal.contents.row(0) == "a日b")
    }

    @Test("The same frame again sends nothing, another one is held until it is complete")
    func updates() throws {
      let board = try DrawingBoard(columns: 20, rows: 2)
      let first = try board.paint(line("one", columns: 20, rows: 2))
      #expect(first.starts(with: "\u{1B}[?2026h".utf8))
      #expect(try board.paint(line("one", columns: 20, rows: 2)).isEmpty)
      let second = try board.paint(line("two", columns: 20, rows: 2))
      #expect(second.starts(with: "\u{1B}[?2026h".utf8))
      #expect(second.reversed().starts(with: "\u{1B}[?2026l".utf8.reversed()))
    }

    @Test("The cursor stands where the frame has it, and is hidden otherwise")
    func cursor() throws {
      let board = try DrawingBoard(columns: 20, rows: 4)
      var frame = line("text", columns: 20, rows: 4)
      frame.cursor = Position(column: 4, row: 2)
      try board.paint(frame)
      #expect(board.terminal.contents.isCursorVisible)
      #expect(board.terminal.contents.cursorColumn == 4)
      #expect(board.terminal.contents.cursorRow == 2)
      frame.cursor = Position(column: 5, row: 2)
      try board.paint(frame)
      #expect(board.terminal.contents.cursorColumn == 5)
      frame.cursor = Position(column: 20, row: 2)
      try board.paint(frame)
      #expect(!board.terminal.contents.isCursorVisible)
    }

    @Test("A frame of another size is cut or filled up")
    func otherSize() throws {
      let board = try DrawingBoard(columns: 6, rows: 2)
      try board.paint(line("abcd日ef", columns: 20, rows: 5))
      #expect(board.terminal.contents.rows == ["abcd日", ""])
      try board.paint(line("abc日", columns: 4, rows: 1))
      #expect(board.terminal.contents.rows == ["abc", ""])
    }

    @Test("Moving a mark down one row takes few bytes")
    func cursorMove() throws {
      let board = try DrawingBoard(columns: 100, rows: 30)
      try board.paint(list(current: 10))
      let bytes = try board.paint(list(current: 11))
      #expect(bytes.count < 150, "\(bytes.count) bytes")
      #expect(board.terminal.contents.row(11).hasPrefix("> user 11"))
    }

    /// A list with a mark and a bold name in the current row.
    private func list(current: Int) -> Frame {
      var frame = Frame(size: Size(columns: 100, rows: 30))
      for row in 0..<30 {
        let style = row == current ? Style(.bold) : .plain
        let text =
          "\(row == current ? ">" : " ") user \(row) Ana Lima          ana\(row)@acme.example"
        for (column, character) in text.enumerated() {
          frame.put(
            Cell(text: String(character), width: 1, style: column < 24 ? style : .plain),
            column: column, row: row)
        }
      }
      return frame
    }

    private func line(_ text: String, columns: Int, rows: Int = 1) -> Frame {
      var frame = Frame(size: Size(columns: columns, rows: rows))
      var column = 0
      for character in text {
        let width: UInt8 = character.unicodeScalars.contains { $0.value >= 0x1100 } ? 2 : 1
        frame.put(
          Cell(text: String(character), width: width, style: .plain), column: column, row: 0)
        column += Int(width)
      }
      return frame
    }

    private func expected(_ color: Color) -> ScreenCell.Color {
      color == .standard ? .standard : .palette(Int(color.rawValue))
    }
  }
}
