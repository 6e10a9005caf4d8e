import Canvas
import SeededRandomness
import Testing

@Suite struct TableTests {
  private static let columns: [Table.Column] = [
    Table.Column(title: "Name", width: .flexible(minimum: 12, weight: 1), priority: 9),
    Table.Column(title: "Email", width: .flexible(minimum: 16, weight: 2), priority: 8),
    Table.Column(title: "Connection", width: .fixed(18), priority: 2),
    Table.Column(title: "Logins", width: .fixed(6), alignment: .trailing, priority: 1),
  ]

  private static func table(
    rowCount: Int = 100, offset: Int = 0, trailingColumns: Int = 0, row: ((Int) -> Table.Row)? = nil
  ) -> Table {
    Table(
      columns: columns, rowCount: rowCount, offset: offset, trailingColumns: trailingColumns,
      row: row ?? { Table.Row(cells: [Span("row \($0)")]) })
  }

  @Test("Columns share the room by weight, and no cell is lost")
  func weights() {
    let layout = Self.table().columnLayout(in: 100)
    #expect(layout.map(\.index) == [0, 1, 2, 3])
    // 97 without the gutter, less 24 fixed, 28 least and 6 of gaps: 39 to share.
    #expect(layout.map(\.columns) == [25, 42, 18, 6])
    #expect(layout.map(\.left) == [3, 30, 74, 94])
  }

  @Test(
    "The columns that matter least leave first",
    arguments: [(61, [0, 1, 2, 3]), (60, [0, 1, 2]), (52, [0, 1]), (32, [0]), (5, [0]), (3, [])])
  func priorities(width: Int, kept: [Int]) {
    #expect(Self.table().columnLayout(in: width).map(\.index) == kept)
  }

  @Test("Of columns that matter as much, the right one leaves first")
  func equalPriorities() {
    let columns = ["a", "b", "c"].map { Table.Column(title: $0, width: .fixed(10)) }
    let table = Table(columns: columns, rowCount: 0, trailingColumns: 0) { _ in
      Table.Row(cells: [])
    }
    #expect(table.columnLayout(in: 30).map(\.index) == [0, 1])
  }

  @Test("Columns stay within the table at every width, apart from each other", arguments: 0...140)
  func everyWidth(width: Int) {
    for trailing in [0, 1, 3] {
      var end = Table.gutter - Table.gap
      for placed in Self.table(trailingColumns: trailing).columnLayout(in: width) {
        #expect(placed.left == end + Table.gap)
        #expect(placed.columns > 0)
        end = placed.left + placed.columns
        #expect(end <= width - (trailing == 0 ? 0 : trailing + 1))
      }
    }
  }

  @Test("Only rows on screen are asked for")
  func asksForVisibleRows() {
    var asked: [Int] = []
    let table = Self.table(offset: 95) { index in
      asked.append(index)
      return Table.Row(cells: [Span("row \(index)")])
    }
    var frame = Frame(size: Size(columns: 40, rows: 12))
    table.draw(on: &frame, in: Rect(column: 0, row: 1, columns: 40, rows: 4), theme: .dark)
    #expect(asked == [95, 96, 97])
    asked = []
    table.draw(on: &frame, in: Rect(frame.size), theme: .dark)
    #expect(asked == [95, 96, 97, 98, 99])
    asked = []
    table.draw(on: &frame, in: Rect(column: 0, row: 0, columns: 40, rows: 1), theme: .dark)
    #expect(asked == [])
  }

  @Test("Cursor and mark have shapes, and the cursor restyles the first text alone")
  func shapes() {
    let table = Self.table(rowCount: 3) { index in
      Table.Row(
        cells: [Span("Ana"), Span("ana@acme.example")], isCurrent: index != 1,
        isMarked: index != 0)
    }
    var frame = Frame(size: Size(columns: 60, rows: 4))
    table.draw(on: &frame, in: Rect(frame.size), theme: .dark)
    #expect((1...3).map { String(frame.text($0).prefix(6)) } == ["▸  Ana", " ● Ana", "▸● Ana"])
    let current = frame.row(1).enumerated().filter { $0.element.style == Theme.dark[.current] }
    #expect(current.map(\.offset) == [3, 4, 5])
  }

  @Test("What stands at a row's end is always shown, and can be hit", arguments: [8, 40, 100])
  func trailing(width: Int) {
    let table = Self.table(rowCount: 2, offset: 0, trailingColumns: 1) { index in
      Table.Row(
        cells: [Span("Ana Lima")], trailing: index == 0 ? Span("✕", .danger) : nil)
    }
    var frame = Frame(size: Size(columns: width, rows: 4))
    let rect = Rect(frame.size)
    table.draw(on: &frame, in: rect, theme: .dark)
    #expect(frame[width - 1, 1].text == "✕")
    #expect(table.isTrailing(at: Position(column: width - 1, row: 1), in: rect))
    #expect(table.isTrailing(at: Position(column: width - 2, row: 1), in: rect))
    #expect(!table.isTrailing(at: Position(column: width - 3, row: 1), in: rect))
    #expect(!table.isTrailing(at: Position(column: width - 1, row: 0), in: rect))
    #expect(!table.isTrailing(at: Position(column: width - 1, row: 2), in: rect))
    #expect(!table.isTrailing(at: Position(column: width - 1, row: 3), in: rect))
  }

  @Test("A place belongs to the row that is drawn there")
  func hit() {
    let rect = Rect(column: 2, row: 5, columns: 50, rows: 4)
    let table = Self.table(rowCount: 12, offset: 10)
    let rows = (4...9).map { table.row(at: Position(column: 3, row: $0), in: rect) }
    #expect(rows == [nil, nil, 10, 11, nil, nil])
    #expect(table.row(at: Position(column: 1, row: 6), in: rect) == nil)
  }

  @Test(
    "The list moves no more than it must",
    arguments: [
      (nil, 5, 10, 100, 5), (7, 5, 10, 100, 5), (14, 5, 10, 100, 5), (15, 5, 10, 100, 6),
      (4, 5, 10, 100, 4), (99, 0, 10, 100, 90), (0, 50, 10, 100, 0), (nil, 95, 10, 100, 90),
      (nil, 5, 10, 3, 0), (2, 5, 10, 3, 0), (nil, 5, 10, 0, 0), (5, 0, 0, 10, 0),
      (5, 3, 1, 10, 5),
    ] as [(Int?, Int, Int, Int, Int)])
  func scrolling(index: Int?, current: Int, rows: Int, count: Int, expected: Int) {
    #expect(
      Table.offset(showing: index, current: current, rows: rows, count: count) == expected)
  }

  @Test("Nothing is ever drawn outside the table", arguments: UInt64(0)..<60)
  func stays(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<8).map { _ in generator.text() }
    let table = Self.table(rowCount: 8, trailingColumns: 1) { index in
      Table.Row(
        cells: [Span(texts[index]), Span(texts[7 - index]), Span(texts[index])],
        isCurrent: index == 2, isMarked: true, trailing: Span(texts[index]))
    }
    let mark = Style(foreground: .blue)
    for width in [0, 1, 2, 3, 4, 5, 9, 17, 33, 56] {
      var frame = Frame(size: Size(columns: 60, rows: 8))
      frame.fill(Rect(frame.size), style: mark)
      let rect = Rect(column: 2, row: 1, columns: width, rows: 5)
      table.draw(on: &frame, in: rect, theme: .dark)
      #expect(frame.isWhole, "seed \(seed), \(width) columns")
      let touched = frame.places.filter {
        !rect.contains($0) && frame[$0.column, $0.row].style != mark
      }
      #expect(touched.isEmpty, "seed \(seed), \(width) columns")
    }
  }
}
