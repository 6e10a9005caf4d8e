import Canvas

/// Columns of text whose rows come piece by piece, any number; every text passes the gate.
///
/// The first piece says how wide the columns are; they widen with what comes, and never narrow.
struct StreamedTable {
  private let heads: [String]
  private var widths: [Int]
  private var hasHeads = false

  /// A table with heads, of which nothing is printed yet.
  init(heads: [String]) {
    self.heads = heads
    widths = heads.map { CellText($0).columns }
  }

  /// The lines of more rows, and before the first of the heads.
  mutating func lines(_ rows: [[String]]) -> [String] {
    let rows = (hasHeads ? [] : [heads]) + rows
    hasHeads = true
    let cells = rows.map { $0.map { CellText($0) } }
    for row in cells {
      for (column, cell) in row.enumerated() where column < widths.count {
        widths[column] = max(widths[column], cell.columns)
      }
    }
    return cells.map { TextTable.line($0, widths: widths) }
  }
}
