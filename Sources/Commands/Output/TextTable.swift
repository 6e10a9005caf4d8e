import Canvas

/// Columns of text for standard output; every text passes the gate.
struct TextTable {
  /// The heads; `nil` for none.
  let heads: [String]?
  /// The rows, as long as the heads each.
  let rows: [[String]]

  /// The table, a line a row, without a line end after the last.
  var text: String {
    let lines = ((heads.map { [$0] } ?? []) + rows).map { $0.map { CellText($0) } }
    let columns = lines.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      lines.map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0
    }
    return lines.map { Self.line($0, widths: widths) }.joined(separator: "\n")
  }

  /// One row, each cell but the last filled up to its column's width.
  static func line(_ cells: [CellText], widths: [Int]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      line += cell.visible
      guard column + 1 < cells.count else { continue }
      line += String(repeating: " ", count: max(0, widths[column] - cell.columns) + 2)
    }
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}
