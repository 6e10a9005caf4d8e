import Canvas

/// A frame as an SVG picture, for documents.
struct FramePicture {
  private static let cellWidth = 9
  private static let cellHeight = 19
  private static let margin = 14

  /// The picture's source.
  let svg: String

  init(_ frame: Frame, colors: PictureColors) {
    let width = frame.size.columns * Self.cellWidth + 2 * Self.margin
    let height = frame.size.rows * Self.cellHeight + 2 * Self.margin
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
      font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="15">
      <rect width="\(width)" height="\(height)" rx="8" fill="\(colors.background)"/>

      """
    for row in 0..<frame.size.rows {
      for run in Self.runs(Array(frame.row(row))) { svg += Self.draw(run, row: row, colors) }
    }
    self.svg = svg + "</svg>\n"
  }

  private struct Run {
    var left: Int
    var columns: Int
    var text: String
    var style: Style
  }

  /// Neighbouring cells of one style; what is not ASCII stands alone, because fonts disagree on its width.
  private static func runs(_ cells: [Cell]) -> [Run] {
    var runs: [Run] = []
    for (column, cell) in cells.enumerated() where cell.width > 0 {
      let text = cell.text
      let isPlain = text.utf8.count == 1
      if isPlain, var last = runs.last, last.style == cell.style,
        last.text.utf8.count == last.columns
      {
        last.text += text
        last.columns += 1
        runs[runs.count - 1] = last
      } else {
        runs.append(Run(left: column, columns: Int(cell.width), text: text, style: cell.style))
      }
    }
    return runs
  }

  private static func draw(_ run: Run, row: Int, _ colors: PictureColors) -> String {
    var foreground = colors.foreground(run.style.foreground)
    var background = colors.background(run.style.background)
    if run.style.attributes.contains(.reverse) {
      (foreground, background) = (background ?? colors.background, foreground)
    }
    let (left, top) = (margin + run.left * cellWidth, margin + row * cellHeight)
    let width = run.columns * cellWidth
    var svg = ""
    if let background {
      svg += "<rect x=\"\(left)\" y=\"\(top)\" width=\"\(width)\" height=\"\(cellHeight)\""
      svg += " fill=\"\(background)\"/>\n"
    }
    let isBlank = run.text.utf8.allSatisfy { $0 == UInt8(ascii: " ") }
    guard !isBlank || run.style.attributes.contains(.underline) else { return svg }
    svg += "<text x=\"\(left)\" y=\"\(top + 14)\" textLength=\"\(width)\" xml:space=\"preserve\""
    svg += " fill=\"\(foreground)\""
    if run.style.attributes.contains(.bold) { svg += " font-weight=\"bold\"" }
    if run.style.attributes.contains(.dim) { svg += " opacity=\"0.6\"" }
    if run.style.attributes.contains(.underline) { svg += " text-decoration=\"underline\"" }
    return svg + ">\(escaped(run.text))</text>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
