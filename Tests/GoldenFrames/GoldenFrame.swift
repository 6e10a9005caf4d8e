package import Canvas

/// A frame as two texts that people can read and compare: what stands in it, and how that looks.
package struct GoldenFrame: Hashable, Sendable {
  /// The characters, row by row, without the spaces at the end of a row.
  package let text: String
  /// A letter for each cell's style, row by row, and a legend.
  package let style: String

  /// Reads a frame.
  package init(_ frame: Frame) {
    text = Self.lines(frame) { cells in
      let row = cells.map(\.text).joined()
      return String(row.reversed().drop { $0 == " " }.reversed())
    }
    var letters = StyleLetters()
    let styles = Self.lines(frame) { cells in String(cells.map { letters.letter(for: $0.style) }) }
    style = styles + "\n" + (letters.legend + Self.modes(frame)).joined(separator: "\n") + "\n"
  }

  private static func lines(_ frame: Frame, _ line: (ArraySlice<Cell>) -> String) -> String {
    (0..<frame.size.rows).map { line(frame.row($0)) + "\n" }.joined()
  }

  /// What a frame says besides its cells, where it is not what most frames say.
  private static func modes(_ frame: Frame) -> [String] {
    var modes: [String] = []
    if let cursor = frame.cursor {
      modes.append("cursor: column \(cursor.column), row \(cursor.row)")
    }
    if let title = frame.title { modes.append("title: \(title)") }
    if !frame.mouse { modes.append("mouse: off") }
    if let hold = frame.hold { modes.append("hold: \(hold.revision)") }
    return modes
  }
}
