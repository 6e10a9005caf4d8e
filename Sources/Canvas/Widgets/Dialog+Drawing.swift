extension Dialog {
  /// Draws the box, its head and its body, and gives back where the foot is to be drawn.
  ///
  /// - Parameters:
  ///   - frame: The frame; the dialog stands in its middle.
  ///   - scroll: How many rows of the body are above what is shown; held within its bounds.
  ///   - theme: The theme.
  @discardableResult
  package func draw(on frame: inout Frame, scroll: Int = 0, theme: Theme) -> DialogLayout {
    let layout = layout(in: frame.size)
    let scroll = min(max(0, scroll), layout.maximumScroll)
    let role: StyleRole = isDanger ? .dangerFrame : .dialogFrame
    frame.fill(layout.box, style: .plain)
    frame.drawBox(layout.box, style: theme[role])
    frame.drawBoxTitle(
      layout.box, topLeft: Span(title, isDanger ? .danger : .title),
      topRight: corner.isEmpty ? nil : Span(corner, isDanger ? .productionTenant : .tenant),
      bottomRight: Self.more(layout, scroll: scroll), theme: theme)
    for (index, line) in layout.headLines.prefix(layout.head.rows).enumerated() {
      draw(line, on: &frame, in: layout.head, index, theme)
    }
    let shown = layout.bodyLines.dropFirst(scroll).prefix(layout.body.rows)
    for (index, line) in shown.enumerated() {
      draw(line, on: &frame, in: layout.body, index, theme)
    }
    return layout
  }

  /// Says what is out of sight above and below.
  private static func more(_ layout: DialogLayout, scroll: Int) -> Span? {
    guard layout.maximumScroll > 0 else { return nil }
    let below = layout.maximumScroll - scroll
    var parts: [String] = []
    if scroll > 0 { parts.append("▲ \(scroll)") }
    if below > 0 { parts.append("▼ \(below)") }
    return Span(parts.joined(separator: "  ") + " more", .accent)
  }

  private func draw(
    _ line: Line, on frame: inout Frame, in rect: Rect, _ row: Int, _ theme: Theme
  ) {
    frame.draw(line: line, at: rect.left, rect.top + row, columns: rect.columns, theme: theme)
  }
}
