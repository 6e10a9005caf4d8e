/// All that a terminal shows at one moment, as a value: cells and the modes that go with them.
package struct Frame: Hashable, Sendable {
  /// How many cells it has.
  package let size: Size
  /// The cells, row by row.
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor stands; `nil` hides it.
  package var cursor: Position?
  /// What the terminal's title bar says; `nil` leaves it alone.
  package var title: String?
  /// Whether clicks and the wheel come as events.
  package var mouse = true
  /// What must hold before input may act on this frame.
  package var hold: InputHold?

  /// A blank frame.
  package init(size: Size) {
    self.size = size
    self.cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The cell at a place; blank outside the frame.
  package subscript(_ column: Int, _ row: Int) -> Cell {
    guard column >= 0, column < size.columns, row >= 0, row < size.rows else { return .blank }
    return cells[row * size.columns + column]
  }

  /// One row's cells.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Puts one cell, and blanks the other half of a wide cell that it cuts.
  ///
  /// A wide cell in the last column becomes a blank; a place outside the frame is ignored.
  package mutating func put(_ cell: Cell, column: Int, row: Int) {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns, cell.width > 0 else {
      return
    }
    let start = row * size.columns
    if cells[start + column].width == 0, column > 0 {
      cells[start + column - 1] = blank(like: cells[start + column - 1])
    }
    let last = column + Int(cell.width) - 1
    guard last < size.columns else {
      cells[start + column] = blank(like: cell)
      return
    }
    if last + 1 < size.columns, cells[start + last + 1].width == 0 {
      cells[start + last + 1] = blank(like: cells[start + last + 1])
    }
    cells[start + column] = cell
    if cell.width == 2 { cells[start + column + 1] = .continuation(style: cell.style) }
  }

  /// Puts printable ASCII, as `put` would for each character: nearly all text is drawn here.
  mutating func put(
    ascii text: UnsafeBufferPointer<UInt8>, style: Style, column: Int, row: Int
  ) {
    let (first, last) = (max(0, column), min(size.columns, column + text.count))
    guard row >= 0, row < size.rows, first < last else { return }
    replace(first..<last, row: row) { cells in
      for (place, byte) in text[first - column..<last - column].enumerated() {
        cells[place] = Cell(CellContent(Unicode.Scalar(byte)), style: style)
      }
    }
  }

  /// Puts the same narrow cell into a stretch of a row; what of it lies outside the frame is ignored.
  mutating func put(_ cell: Cell, columns: Range<Int>, row: Int) {
    let shown = columns.clamped(to: 0..<size.columns)
    guard row >= 0, row < size.rows, !shown.isEmpty else { return }
    replace(shown, row: row) { $0.update(repeating: cell) }
  }

  /// Overwrites a stretch of a row with narrow cells.
  ///
  /// Inside it no wide cell is left that could be cut: only its ends are looked at.
  private mutating func replace(
    _ columns: Range<Int>, row: Int, _ body: (UnsafeMutableBufferPointer<Cell>) -> Void
  ) {
    let (start, end) = (
      row * size.columns + columns.lowerBound, row * size.columns + columns.upperBound
    )
    if columns.lowerBound > 0, cells[start].width == 0 {
      cells[start - 1] = blank(like: cells[start - 1])
    }
    if columns.upperBound < size.columns, cells[end].width == 0 {
      cells[end] = blank(like: cells[end])
    }
    cells.withUnsafeMutableBufferPointer {
      body(UnsafeMutableBufferPointer(rebasing: $0[start..<end]))
    }
  }

  /// Changes the look of cells and leaves what stands in them.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(Rect(size))
    for row in area.top..<max(area.top, area.bottom) {
      for index in row * size.columns + area.left..<row * size.columns + max(area.left, area.right)
      {
        cells[index].style = change(cells[index].style)
      }
    }
  }

  private func blank(like cell: Cell) -> Cell {
    Cell(.space, style: cell.style)
  }
}
