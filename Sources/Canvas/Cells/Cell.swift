/// One place of a frame: what stands there and how it looks.
package struct Cell: Hashable, Sendable {
  private var content: CellContent
  /// How many columns it takes: 1, 2, or 0 for the second half of a wide cell.
  package var width: UInt8
  /// How it looks.
  package var style: Style

  /// A cell as it is; `Frame` makes them from text that has passed the gate.
  package init(text: String, width: UInt8, style: Style) {
    self.init(CellContent(text), width: width, style: style)
  }

  init(_ content: CellContent, width: UInt8 = 1, style: Style) {
    self.content = content
    self.width = width
    self.style = style
  }

  /// One spacing scalar and up to four marks on it; empty in the second half of a wide cell.
  package var text: String {
    get { content.text }
    set { content = CellContent(newValue) }
  }

  /// Hands out the scalars one after the other, without making a text of them.
  package func forEachScalar(_ body: (Unicode.Scalar) -> Void) { content.forEachScalar(body) }

  /// An empty place in the terminal's own look.
  package static let blank = Cell(.space, style: .plain)
  /// The second half of a wide cell.
  package static func continuation(style: Style) -> Cell {
    Cell(.empty, width: 0, style: style)
  }
}
