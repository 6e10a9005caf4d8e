/// The names of views side by side, with a line below the one that is open.
///
/// It takes two rows. Where not all names have room it shows those around the open one, with `…` at each
/// side where some are left out.
package struct TabBar: Hashable, Sendable {
  /// Where a tab came to stand.
  package struct PlacedTab: Hashable, Sendable {
    /// Which of the tabs.
    package var index: Int
    /// Its first cell, from the bar's left edge.
    package var left: Int
    /// How many cells it takes.
    package var columns: Int
  }

  /// The names.
  package var titles: [String]
  /// Which one is open.
  package var current: Int

  /// A bar.
  package init(titles: [String], current: Int) {
    self.titles = titles
    self.current = current
  }

  /// Where the tabs stand in a bar of `width` cells; the ones that have no room are left out.
  package func layout(in width: Int) -> [PlacedTab] {
    guard titles.indices.contains(current), width > 4 else { return [] }
    let columns = titles.map { CellText($0).columns }
    // Names that stand closer are better than names that are left out.
    for gap in [3, 2] {
      let all = place(columns, from: 0, gap: gap)
      if let last = all.last, last.left + last.columns <= width { return all }
    }
    for first in 0...current {
      // The last two cells say that there is more.
      let fitting = place(columns, from: first, gap: 2).filter { tab in
        tab.left + tab.columns <= width - (tab.index + 1 < titles.count ? 2 : 0)
      }
      if fitting.contains(where: { $0.index == current }) { return fitting }
    }
    return [PlacedTab(index: current, left: 2, columns: width - 4)]
  }

  /// The tab at a place on screen.
  package func tab(at position: Position, in rect: Rect) -> Int? {
    guard rect.contains(position) else { return nil }
    let column = position.column - rect.left
    return layout(in: rect.columns).first { ($0.left..<$0.left + $0.columns).contains(column) }?
      .index
  }

  /// Draws the names, and in the row below them the line.
  package func draw(on frame: inout Frame, in rect: Rect, theme: Theme) {
    guard !rect.isEmpty else { return }
    let layout = layout(in: rect.columns)
    for tab in layout {
      let isCurrent = tab.index == current
      let left = rect.left + tab.left
      frame.draw(
        titles[tab.index], at: left, rect.top, columns: tab.columns,
        style: theme[isCurrent ? .currentTab : .tab], replacement: theme[.replacement])
      guard isCurrent, rect.rows > 1 else { continue }
      let line = CellText(String(repeating: "━", count: tab.columns))
      frame.draw(line, at: left, rect.top + 1, columns: tab.columns, style: theme[.currentTab])
    }
    guard let first = layout.first, let last = layout.last else { return }
    if first.index > 0 {
      frame.draw("…", at: rect.left, rect.top, columns: 1, style: theme[.tab])
    }
    if last.index + 1 < titles.count {
      frame.draw("…", at: rect.right - 1, rect.top, columns: 1, style: theme[.tab])
    }
  }

  private func place(_ columns: [Int], from first: Int, gap: Int) -> [PlacedTab] {
    var left = first == 0 ? 1 : 2
    return columns.indices[first...].map { index in
      defer { left += columns[index] + gap }
      return PlacedTab(index: index, left: left, columns: columns[index])
    }
  }
}
