/// A rectangle of cells.
package struct Rect: Hashable, Sendable {
  /// The top left cell.
  package var origin: Position
  /// How many cells it spans.
  package var size: Size

  /// A rectangle from its corner and its extent.
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.origin = Position(column: column, row: row)
    self.size = Size(columns: columns, rows: rows)
  }

  /// The whole of a screen.
  package init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The first column.
  package var left: Int { origin.column }
  /// The first row.
  package var top: Int { origin.row }
  /// The column after the last.
  package var right: Int { origin.column + size.columns }
  /// The row after the last.
  package var bottom: Int { origin.row + size.rows }
  /// How many cells wide.
  package var columns: Int { size.columns }
  /// How many cells high.
  package var rows: Int { size.rows }
  /// Whether no cell lies in it.
  package var isEmpty: Bool { size.columns == 0 || size.rows == 0 }

  /// Whether a cell lies in it.
  package func contains(_ position: Position) -> Bool {
    position.column >= left && position.column < right && position.row >= top
      && position.row < bottom
  }

  /// The part that both rectangles share; empty where they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let (left, top) = (max(left, other.left), max(top, other.top))
    return Rect(
      column: left, row: top,
      columns: max(0, min(right, other.right) - left),
      rows: max(0, min(bottom, other.bottom) - top))
  }

  /// What is left after taking cells off each side.
  package func inset(
    left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0
  ) -> Rect {
    Rect(
      column: self.left + left, row: self.top + top,
      columns: columns - left - right, rows: rows - top - bottom)
  }

  /// The first rows, and what is below them.
  package func split(top height: Int) -> (top: Rect, rest: Rect) {
    let height = min(max(0, height), rows)
    return (
      Rect(column: left, row: top, columns: columns, rows: height),
      Rect(column: left, row: top + height, columns: columns, rows: rows - height)
    )
  }

  /// The last rows, and what is above them.
  package func split(bottom height: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = split(top: rows - min(max(0, height), rows))
    return (rest, bottom)
  }

  /// A rectangle of at most `size` in the middle of this one.
  package func centered(_ size: Size) -> Rect {
    let (width, height) = (min(size.columns, columns), min(size.rows, rows))
    return Rect(
      column: left + (columns - width) / 2, row: top + (rows - height) / 2,
      columns: width, rows: height)
  }
}
