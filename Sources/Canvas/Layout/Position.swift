/// A cell's place, counted from zero at the top left.
package struct Position: Hashable, Sendable {
  /// Cells from the left edge.
  package var column: Int
  /// Cells from the top edge.
  package var row: Int

  /// A place; it may lie outside any frame, which then ignores what is drawn there.
  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}
