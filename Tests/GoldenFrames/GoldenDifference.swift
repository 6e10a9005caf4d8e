/// The first row in which a text differs from what was expected.
struct GoldenDifference: CustomStringConvertible {
  private let row: Int
  private let differing: Int
  private let expected: String
  private let actual: String

  /// `nil` if the texts are equal, scalar by scalar.
  init?(expected: String, actual: String) {
    guard !expected.unicodeScalars.elementsEqual(actual.unicodeScalars) else { return nil }
    let before = Self.rows(expected)
    let after = Self.rows(actual)
    let differing = (0..<max(before.count, after.count)).filter {
      !Self.row($0, of: before).utf8.elementsEqual(Self.row($0, of: after).utf8)
    }
    row = differing.first ?? 0
    self.differing = differing.count
    self.expected = Self.row(row, of: before)
    self.actual = Self.row(row, of: after)
  }

  var description: String {
    """
    \(differing) rows differ, the first is row \(row)
    expected |\(expected)|
    actual   |\(actual)|
    """
  }

  private static func rows(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func row(_ index: Int, of rows: [Substring]) -> String {
    index < rows.count ? String(rows[index]) : "(no such row)"
  }
}
