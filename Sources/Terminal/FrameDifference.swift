import Canvas

/// Which cells differ between two frames of one size.
enum FrameDifference {
  /// A stretch of one row.
  struct Run: Hashable {
    /// The row.
    var row: Int
    /// The columns; never the second half of a wide cell without its first.
    var columns: Range<Int>
  }

  /// What must be drawn to make the old frame into the new one.
  ///
  /// A run that would begin in the middle of a wide cell begins one earlier.
  static func runs(from old: Frame, to new: Frame) -> [Run] {
    let columns = new.size.columns
    var runs: [Run] = []
    // Cell by cell: comparing whole rows first goes over the cells twice, and calls out for each.
    for row in 0..<new.size.rows {
      let offset = row * columns
      var start: Int?
      for column in 0..<columns {
        if new.cells[offset + column] == old.cells[offset + column] {
          if let first = start { runs.append(run(row, first..<column, of: new)) }
          start = nil
        } else if start == nil {
          start = column
        }
      }
      if let first = start { runs.append(run(row, first..<columns, of: new)) }
    }
    return runs
  }

  private static func run(_ row: Int, _ columns: Range<Int>, of frame: Frame) -> Run {
    var first = columns.lowerBound
    if first > 0, frame.cells[row * frame.size.columns + first].width == 0 { first -= 1 }
    return Run(row: row, columns: first..<columns.upperBound)
  }
}
