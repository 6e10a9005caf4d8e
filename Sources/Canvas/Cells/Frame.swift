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

  /// Puts printable ASCII that has room in the row, as `put` would for each character.
  ///
  /// Nearly all text is drawn here. Inside it no wide cell is left that could be cut: only its ends are
  /// looked at.
  mutating func put(ascii text: String, style: Style, column: Int, row: Int) {
    let bytes = text.utf8
    guard row >= 0, row < size.rows, column >= 0, column + bytes.count <= size.columns else {
      for (index, byte) in bytes.enumerated() {
        let content = CellContent(Unicode.Scalar(byte))
        put(Cell(content, style: style), column: column + index, row: row)
      }
      return
    }
    guard !bytes.isEmpty else { return }
    let (start, end) = (row * size.columns + column, row * size.columns + column + bytes.count)
    if column > 0, cells[start].width == 0 { cells[start - 1] = blank(like: cells[start - 1]) }
    if column + bytes.count < size.columns, cells[end].width == 0 {
      cells[end] = blank(like: cells[end])
    }
    var place = start
    for byte in bytes {
      cells[place] = Cell(CellContent(Unicode.Scalar(byte)), style: style)
      place += 1
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
