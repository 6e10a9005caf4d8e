import Canvas

extension FilterLayout {
  /// Draws a list with its filter: how much of it there is, what went wrong, and its table.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - table: Its rows.
  ///   - words: What it says of itself.
  func draw<Item>(
    _ list: FilteredList<Item>, _ table: Table, _ words: ListWords, on frame: inout Frame,
    _ scene: Scene
  ) {
    drawFilter(
      list.field, isFocused: list.isFieldFocused, extent: list.extent(words.noun),
      placeholder: words.placeholder, on: &frame, scene)
    if let error = list.whole.error {
      ErrorBand(error: error, isWaiting: list.whole.waiting != nil)
        .draw(on: &frame, in: self.error, scene)
    }
    table.draw(on: &frame, in: self.table, theme: scene.theme)
    if list.shown.isEmpty {
      frame.draw(
        Span(list.emptyText(words), .muted), at: Table.gutter, self.table.top + 2,
        columns: self.table.columns - Table.gutter, theme: scene.theme)
    }
    // What could not be read again is shown, but looks its age.
    if list.whole.error != nil { frame.restyle(self.table) { $0.with(.dim) } }
  }

  /// Takes a click: on the filter, or on a row.
  func click<Item>(_ position: Position, _ list: inout FilteredList<Item>, _ table: Table) {
    list.isFieldFocused = filter.contains(position)
    if let row = table.row(at: position, in: self.table) {
      list.place(at: row, visible: visibleRows)
    }
  }
}

extension FilteredList {
  /// What stands where no row does.
  fileprivate func emptyText(_ words: ListWords) -> String {
    if whole.reading != nil { return words.reading }
    guard whole.value != nil else { return whole.error == nil ? "Nothing has been read yet." : "" }
    return field.isEmpty ? words.empty : words.filteredOut
  }
}
