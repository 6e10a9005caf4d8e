/// The extent of a screen or a part of it, in cells.
package struct Size: Hashable, Sendable {
  /// How many cells wide; never negative.
  package var columns: Int
  /// How many cells high; never negative.
  package var rows: Int

  /// An extent; negative values become zero.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}
