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
    var runs: [Run] = []
    for row in 0..<new.size.rows {
      let (before, after) = (old.row(row), new.row(row))
      guard before != after else { continue }
      let shift = before.startIndex - after.startIndex
      var start: Int?
      for index in after.indices {
        if after[index] == before[index + shift] {
          if let first = start { runs.append(run(row, first..<index, of: after)) }
          start = nil
        } else if start == nil {
          start = index
        }
      }
      if let first = start { runs.append(run(row, first..<after.endIndex, of: after)) }
    }
    return runs
  }

  private static func run(_ row: Int, _ indices: Range<Int>, of cells: ArraySlice<Cell>) -> Run {
    var first = indices.lowerBound
    if first > cells.startIndex, cells[first].width == 0 { first -= 1 }
    let offset = cells.startIndex
    return Run(row: row, columns: first - offset..<indices.upperBound - offset)
  }
}
