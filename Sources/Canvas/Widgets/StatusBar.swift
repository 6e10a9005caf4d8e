/// One row that says where one is: a part at the left, one after it, and parts at the right.
///
/// Where the room is short, the parts at the right leave from the last one on, but never the first; then
/// the middle is cut, and at last the left.
package struct StatusBar: Hashable, Sendable {
  /// What stays the longest, such as the tenant.
  package var left: Span
  /// What stands after it, such as the place.
  package var middle: Span?
  /// What stands at the right, the most important first.
  package var right: [Span]

  /// A row.
  package init(left: Span, middle: Span? = nil, right: [Span] = []) {
    self.left = left
    self.middle = middle
    self.right = right
  }

  /// The cells between two parts.
  private static let gap = 3
  /// What is left of the middle before a part at the right leaves.
  private static let leastMiddle = 16

  /// What a cut middle must still show to say anything.
  private static let leastCut = 5

  /// Draws it into the first row of a rectangle.
  package func draw(on frame: inout Frame, in rect: Rect, theme: Theme) {
    // One cell stays free at both ends.
    let room = rect.columns - 2
    guard rect.rows > 0, room > 0 else { return }
    let middleColumns = middle?.columns ?? 0
    let wanted =
      left.columns + (middleColumns > 0 ? min(middleColumns, Self.leastMiddle) + Self.gap : 0)
    var shown = right
    while shown.count > 1, wanted + Self.width(shown) > room { shown.removeLast() }
    var end = rect.right - 1
    for span in shown.reversed() {
      let columns = min(span.columns, end - rect.left - 1)
      frame.draw(span, at: end - columns, rect.top, columns: columns, theme: theme)
      end -= columns + Self.gap
    }
    let free = end - rect.left - 1
    let kept = max(min(left.columns, free), 0)
    frame.draw(
      left, at: rect.left + 1, rect.top, columns: kept, theme: theme, truncating: .ends)
    let rest = free - kept - Self.gap
    guard let middle, rest >= min(middle.columns, Self.leastCut) else { return }
    frame.draw(
      middle, at: rect.left + 1 + kept + Self.gap, rect.top, columns: rest, theme: theme,
      truncating: .ends)
  }

  /// The columns of parts, with the gap before each.
  private static func width(_ parts: [Span]) -> Int {
    parts.reduce(0) { $0 + gap + $1.columns }
  }
}
