/// A piece of a line that looks one way.
package struct Span: Hashable, Sendable {
  /// The text, past the gate.
  package var cells: CellText
  /// What it means.
  package var role: StyleRole

  /// A piece of text that passes the gate here.
  package init(text: String, role: StyleRole = .text) {
    self.init(CellText(text), role)
  }

  /// A piece of text that passes the gate here.
  package init(_ text: String, _ role: StyleRole = .text) {
    self.init(CellText(text), role)
  }

  /// A piece of text that has passed the gate.
  package init(_ cells: CellText, _ role: StyleRole = .text) {
    self.cells = cells
    self.role = role
  }

  /// A piece that takes exactly `columns`, so that lines can stand in columns.
  package init(
    _ text: String, _ role: StyleRole = .text, columns: Int, keeping truncation: Truncation = .start
  ) {
    self.init(CellText(text).padded(to: columns, keeping: truncation), role)
  }

  /// The text as it will be seen.
  package var text: String { cells.visible }
  /// How many columns it takes.
  package var columns: Int { cells.columns }
}
