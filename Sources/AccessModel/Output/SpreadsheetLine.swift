/// A line of CSV that is safe to open in a spreadsheet, as RFC 4180 has it: cells in quotes, CR and LF at its
/// end.
///
/// What a spreadsheet would run as a formula has a `'` before it: a cell that begins with `=`, `+`, `-`,
/// `@` or a full-width one of them, and one that would begin so where `;`, `,` or a quote within it is
/// taken for the end of a cell. What nobody can see (controls, line breaks, marks that turn the direction of writing) is
/// written as its number in `‹›`, and so is a `‹`: two lines never look equal and differ.
package struct SpreadsheetLine: Hashable, Sendable {
  /// The line, with its end.
  package let text: String

  /// A line of cells.
  package init(_ cells: [String]) {
    var text = ""
    for (number, cell) in cells.enumerated() {
      if number > 0 { text += "," }
      text += "\""
      Self.append(cell, to: &text)
      text += "\""
    }
    self.text = text + "\r\n"
  }

  private static func append(_ cell: String, to text: inout String) {
    // A formula begins where a cell does, after any blanks.
    var mayBeginFormula = true
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "＝", "＋", "－", "＠":
        if mayBeginFormula { text += "'" }
        mayBeginFormula = false
        text.unicodeScalars.append(scalar)
      case " ": text += " "
      case ",", ";":
        mayBeginFormula = true
        text.unicodeScalars.append(scalar)
      case "\"":
        mayBeginFormula = true
        text += "\"\""
      case "‹":
        mayBeginFormula = false
        text += number(of: scalar)
      default:
        guard scalar.isForbiddenInID || scalar.properties.generalCategory == .format else {
          mayBeginFormula = false
          text.unicodeScalars.append(scalar)
          continue
        }
        // A program that takes the number back would find a formula behind it.
        if mayBeginFormula { text += "'" }
        mayBeginFormula = false
        text += number(of: scalar)
      }
    }
  }

  private static func number(of scalar: Unicode.Scalar) -> String {
    "‹\(String(scalar.value, radix: 16, uppercase: true))›"
  }
}
