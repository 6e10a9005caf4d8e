/// Which cells differ between two frames of one size.
package enum FrameDifference {
  /// A stretch of one row.
  package struct Run: Hashable, Sendable {
    /// The row.
    package var row: Int
    /// The columns; never the second half of a wide cell without its first.
    package var columns: Range<Int>

    /// A stretch of one row.
    package init(row: Int, columns: Range<Int>) {
      self.row = row
      self.columns = columns
    }
  }

  /// What must be drawn to make the old frame into the new one.
  ///
  /// A run that would begin in the middle of a wide cell begins one earlier.
  package static func runs(from old: Frame, to new: Frame) -> [Run] {
    precondition(old.size == new.size)
    let columns = new.size.columns
    var runs: [Run] = []
    // Here, beside the cells, a comparison takes a few instructions; in another module each is a call.
    old.cells.withUnsafeBufferPointer { old in
      new.cells.withUnsafeBufferPointer { new in
        for row in stride(from: 0, to: new.count, by: max(1, columns)) {
          var place = row
          while place < row + columns {
            guard new[place] != old[place] else {
              place += 1
              continue
            }
            let isCut = place > row && new[place].width == 0
            let first = isCut ? place - 1 : place
            repeat { place += 1 } while place < row + columns && new[place] != old[place]
            runs.append(Run(row: row / columns, columns: first - row..<place - row))
          }
        }
      }
    }
    return runs
  }
}
