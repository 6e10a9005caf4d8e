internal import CNcurses
package import Canvas

extension Screen {
  /// Shows a frame: only what differs from the one before is drawn.
  ///
  /// Cells of a larger frame than the screen are cut off; a smaller one leaves the rest blank.
  package func paint(_ frame: Frame) {
    guard isEntered else { return }
    var frame = frame
    if frame.size != size { frame = frame.fitted(to: size) }
    let runs = FrameDifference.runs(from: painted, to: frame)
    let needsUpdate = isDisturbed || !runs.isEmpty || frame.cursor != painted.cursor
    var update: [UInt8] = []
    if needsUpdate {
      update += TerminalModes.beginUpdate
      updates.collect(into: &update) {
        if isDisturbed { ncurses_repaint_everything() }
        for run in runs { draw(run, of: frame) }
        place(frame.cursor)
        wnoutrefresh(window)
        doupdate()
      }
    }
    isDisturbed = false
    painted = frame
    update += modes(of: frame)
    // Last, so that whoever sees the end of the update sees the whole frame.
    if needsUpdate { update += TerminalModes.endUpdate }
    write(update)
  }

  private func draw(_ run: FrameDifference.Run, of frame: Frame) {
    let cells = frame.row(run.row)
    let line: [cchar_t] = cells[
      cells.startIndex + run.columns.lowerBound..<cells.startIndex
        + run.columns.upperBound
    ].compactMap { $0.width > 0 ? cell(for: $0) : nil }
    wmove(window, Int32(run.row), Int32(run.columns.lowerBound))
    wadd_wchnstr(window, line, Int32(line.count))
  }

  private func cell(for cell: Cell) -> cchar_t {
    let look = palette.look(of: cell.style)
    var result = cchar_t()
    // One spacing character and four marks are what a cell of ncurses has room for.
    withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: 6) { text in
      var count = 0
      cell.forEachScalar { scalar in
        text[count] = wchar_t(scalar.value)
        count += 1
      }
      if count == 0 {
        text[0] = 0x20
        count = 1
      }
      text[count] = 0
      if let start = text.baseAddress {
        ncurses_make_cell(&result, start, look.attributes, look.pair)
      }
    }
    return result
  }

  /// Puts the cursor where a frame has it, or hides it and leaves it wherever drawing ends.
  private func place(_ cursor: Position?) {
    guard let cursor, Rect(size).contains(cursor) else {
      leaveok(window, true)
      curs_set(0)
      return
    }
    leaveok(window, false)
    wmove(window, Int32(cursor.row), Int32(cursor.column))
    curs_set(1)
  }

  /// The bytes that bring the terminal into the modes of a frame.
  private func modes(of frame: Frame) -> [UInt8] {
    var bytes: [UInt8] = []
    let wantsMouse = frame.mouse && options.allowsMouse
    if wantsMouse != isMouseOn {
      bytes += wantsMouse ? TerminalModes.mouseOn : TerminalModes.mouseOff
      isMouseOn = wantsMouse
    }
    if let title = frame.title, title != self.title {
      bytes += TitleSequence(title: title).bytes
      self.title = title
    }
    return bytes
  }
}

extension Frame {
  /// The same frame with cells cut off or blanks added, so that it has another size.
  fileprivate func fitted(to size: Size) -> Frame {
    var frame = Frame(size: size)
    for row in 0..<min(size.rows, self.size.rows) {
      for column in 0..<min(size.columns, self.size.columns) {
        frame.put(self[column, row], column: column, row: row)
      }
    }
    frame.cursor = cursor
    frame.title = title
    frame.mouse = mouse
    frame.hold = hold
    return frame
  }
}
