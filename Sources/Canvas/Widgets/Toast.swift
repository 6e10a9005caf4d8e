/// One row that says what has just happened.
package struct Toast: Hashable, Sendable {
  /// What happened, and the key that takes it back.
  package var line: Line
  /// Whether it went well; says which shape stands before the line.
  package var role: StyleRole

  /// A message.
  package init(_ line: Line, role: StyleRole = .ok) {
    self.line = line
    self.role = role
  }

  /// The shape before the line.
  package var mark: String {
    switch role {
    case .ok: "✓"
    case .danger, .warning: "!"
    default: "·"
    }
  }

  /// Draws it into the first row of a rectangle, over whatever stands there.
  package func draw(on frame: inout Frame, in rect: Rect, theme: Theme) {
    guard !rect.isEmpty else { return }
    frame.fill(rect.split(top: 1).top, style: .plain)
    let marked = Line([Span(" "), Span(mark, role), Span(" ")] + line.spans)
    frame.draw(line: marked, at: rect.left, rect.top, columns: rect.columns, theme: theme)
  }
}
