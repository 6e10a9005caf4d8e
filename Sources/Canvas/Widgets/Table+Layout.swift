extension Table {
  /// Where a column came to stand.
  package struct PlacedColumn: Hashable, Sendable {
    /// Which of the table's columns.
    package var index: Int
    /// Its first cell, from the table's left edge.
    package var left: Int
    /// How many cells it takes.
    package var columns: Int
  }

  /// The cells before the first column.
  package static let gutter = 3
  /// The cells between two columns, and before what stands at the right end.
  package static let gap = 2

  /// Where the columns stand in a table of `width` cells; the ones that have no room are left out.
  package func columnLayout(in width: Int) -> [PlacedColumn] {
    let room = width - Self.gutter - trailingRoom
    var kept = Array(columns.indices)
    while kept.count > 1, least(kept) > room {
      // Of equals the right one leaves first.
      guard
        let leaving = kept.indices.reversed().min(by: {
          columns[kept[$0]].priority < columns[kept[$1]].priority
        })
      else { break }
      kept.remove(at: leaving)
    }
    guard room > 0 else { return [] }
    var spare = room - least(kept)
    var weights = kept.reduce(0) { $0 + columns[$1].width.weight }
    var left = Self.gutter
    return kept.map { index in
      let width = columns[index].width
      // Each takes its part of what the ones before it have left: no cell is lost to rounding.
      let share = weights > 0 ? max(0, spare) * width.weight / weights : 0
      spare -= share
      weights -= width.weight
      let placed = PlacedColumn(index: index, left: left, columns: min(width.least + share, room))
      left += placed.columns + Self.gap
      return placed
    }
  }

  /// The row at a place on screen; `nil` on the heads, below the last row and outside.
  package func row(at position: Position, in rect: Rect) -> Int? {
    guard rect.contains(position), position.row > rect.top else { return nil }
    let index = offset + position.row - rect.top - 1
    return index < rowCount ? index : nil
  }

  /// Whether a place is on what stands at the right end of its row, or on the gap before it.
  package func isTrailing(at position: Position, in rect: Rect) -> Bool {
    guard let index = row(at: position, in: rect), row(index).trailing != nil else { return false }
    return position.column >= rect.right - max(trailingColumns, 1) - 1
  }

  /// How many rows a rectangle of so many rows shows.
  package static func visibleRows(in rows: Int) -> Int { max(0, rows - 1) }

  /// The first row to show so that a row is on screen, with the least movement.
  ///
  /// - Parameters:
  ///   - index: The row that must be on screen; `nil` if none must.
  ///   - current: The first row now.
  ///   - rows: How many rows are on screen.
  ///   - count: How many rows there are in all.
  package static func offset(showing index: Int?, current: Int, rows: Int, count: Int) -> Int {
    var offset = current
    if let index, rows > 0 {
      offset = min(max(offset, index - rows + 1), index)
    }
    return max(0, min(offset, count - max(rows, 1)))
  }

  /// The cells at the right end that columns may not use.
  private var trailingRoom: Int { trailingColumns == 0 ? 0 : trailingColumns + Self.gap - 1 }

  private func least(_ kept: [Int]) -> Int {
    kept.reduce(Self.gap * (kept.count - 1)) { $0 + columns[$1].width.least }
  }
}
