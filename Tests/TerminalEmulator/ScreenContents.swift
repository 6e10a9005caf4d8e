/// All that a terminal shows at one moment.
package struct ScreenContents: Hashable, Sendable {
  /// The cells, row by row.
  package var cells: [[ScreenCell]]
  /// The cursor's column, from 0.
  package var cursorColumn: Int
  /// The cursor's row, from 0.
  package var cursorRow: Int
  /// Whether the cursor is shown.
  package var isCursorVisible: Bool
  /// Whether it is the screen for full-screen programs rather than the one that scrolls.
  package var isAlternateScreen: Bool
  /// Whether clicks are reported to the program.
  package var isMouseReported: Bool
  /// The title of the window.
  package var title: String

  /// The rows as text, without the blanks at their ends.
  package var rows: [String] {
    cells.map { row in
      var text = ""
      var index = 0
      while index < row.count {
        text += row[index].text.isEmpty ? " " : row[index].text
        index += max(1, row[index].width)
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// All rows, one a line.
  package var text: String { rows.joined(separator: "\n") }

  /// One row as text; empty below the last.
  package func row(_ row: Int) -> String {
    rows.indices.contains(row) ? rows[row] : ""
  }

  /// Whether some row has this text in it.
  package func contains(_ part: String) -> Bool { rows.contains { $0.contains(part) } }

  /// The first row that has this text in it.
  package func firstRow(containing part: String) -> Int? {
    rows.firstIndex { $0.contains(part) }
  }

  /// The cell at a place, which must lie on the screen.
  package func cell(row: Int, column: Int) -> ScreenCell { cells[row][column] }
}
