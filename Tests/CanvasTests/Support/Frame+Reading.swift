import Canvas

extension Frame {
  /// A row's characters, without the spaces at its end.
  func text(_ row: Int) -> String {
    let text = self.row(row).map(\.text).joined()
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// All rows.
  var text: [String] { (0..<size.rows).map(text(_:)) }

  /// All places, row by row.
  var places: [Position] {
    (0..<size.rows).flatMap { row in
      (0..<size.columns).map { Position(column: $0, row: row) }
    }
  }

  /// Whether each wide cell has its second half, and no second half stands alone.
  var isWhole: Bool {
    (0..<size.rows).allSatisfy { row in
      var expectsSecondHalf = false
      for cell in self.row(row) {
        if (cell.width == 0) != expectsSecondHalf { return false }
        expectsSecondHalf = cell.width == 2
      }
      return !expectsSecondHalf
    }
  }
}
