/// A line that says which key does what.
///
/// Where the room is short it leaves out words, and then whole hints, from the right.
package struct KeyHints: Hashable, Sendable {
  /// One key, or several that do the same, and what it does.
  package struct Hint: Hashable, Sendable {
    /// The keys as a reader knows them.
    package var keys: String
    /// What they do, in a word or two.
    package var label: String

    /// A hint.
    package init(keys: String, label: String) {
      self.keys = keys
      self.label = label
    }
  }

  /// Where a hint came to stand.
  package struct PlacedHint: Hashable, Sendable {
    /// Which of the hints.
    package var index: Int
    /// Its first cell, from the line's left edge.
    package var left: Int
    /// How many cells it takes.
    package var columns: Int
    /// Whether its word has room.
    package var showsLabel: Bool
  }

  /// The hints, the most important first.
  package var hints: [Hint]

  /// A line of hints, the most important first.
  package init(hints: [(keys: String, label: String)]) {
    self.hints = hints.map { Hint(keys: $0.keys, label: $0.label) }
  }

  /// A line of hints, the most important first.
  package init(_ hints: [Hint]) {
    self.hints = hints
  }

  /// Where the hints stand in a line of `width` cells; the ones that have no room are left out.
  package func layout(in width: Int) -> [PlacedHint] {
    // Measured once: many layouts may be tried, with every frame.
    let widths = hints.map {
      Widths(keys: CellText($0.keys).columns, label: CellText($0.label).columns)
    }
    for labelled in (0...hints.count).reversed() {
      let placed = place(widths, labelled: labelled)
      if placed.last.map({ $0.left + $0.columns <= width }) ?? true { return placed }
    }
    return place(widths, labelled: 0).filter { $0.left + $0.columns <= width }
  }

  /// The hint at a place on screen.
  package func hint(at position: Position, in rect: Rect) -> Int? {
    guard rect.contains(position), position.row == rect.top else { return nil }
    let column = position.column - rect.left
    return layout(in: rect.columns).first { ($0.left..<$0.left + $0.columns).contains(column) }?
      .index
  }

  /// Draws the line into the first row of a rectangle.
  package func draw(on frame: inout Frame, in rect: Rect, theme: Theme) {
    guard !rect.isEmpty else { return }
    for placed in layout(in: rect.columns) {
      let hint = hints[placed.index]
      let left = rect.left + placed.left
      let keys = frame.draw(
        hint.keys, at: left, rect.top, columns: placed.columns, style: theme[.key])
      guard placed.showsLabel else { continue }
      frame.draw(
        hint.label, at: left + keys + 1, rect.top, columns: placed.columns - keys - 1,
        style: theme[.text])
    }
  }

  /// How many cells the parts of a hint take.
  private struct Widths {
    var keys: Int
    var label: Int
  }

  private func place(_ widths: [Widths], labelled: Int) -> [PlacedHint] {
    var left = 1
    return widths.enumerated().map { index, width in
      let showsLabel = index < labelled && width.label > 0
      let columns = showsLabel ? width.keys + 1 + width.label : width.keys
      defer { left += columns + 2 }
      return PlacedHint(index: index, left: left, columns: columns, showsLabel: showsLabel)
    }
  }
}
