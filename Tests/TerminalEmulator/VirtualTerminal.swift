internal import CVterm

/// A terminal without a window: bytes in, cells out (libvterm).
package final class VirtualTerminal {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let properties: UnsafeMutablePointer<vterm_properties>
  private var repeats = RepeatExpander()

  /// A blank terminal.
  package init(columns: Int, rows: Int) {
    terminal = vterm_new(Int32(rows), Int32(columns))
    vterm_set_utf8(terminal, 1)
    screen = vterm_obtain_screen(terminal)
    properties = .allocate(capacity: 1)
    properties.initialize(to: vterm_properties())
    vterm_observe(screen, properties)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    properties.deallocate()
  }

  /// Takes in what a program wrote; gives what the terminal answers.
  package func write(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let expanded = repeats.expand(bytes)
    expanded.withUnsafeBytes { buffer in
      guard let start = buffer.bindMemory(to: CChar.self).baseAddress else { return }
      _ = vterm_input_write(terminal, start, buffer.count)
    }
    var answer: [UInt8] = []
    while vterm_output_get_buffer_current(terminal) > 0 {
      var chunk = [CChar](repeating: 0, count: 256)
      let count = vterm_output_read(terminal, &chunk, chunk.count)
      answer += chunk.prefix(count).map { UInt8(bitPattern: $0) }
    }
    return answer
  }

  /// Gives it another size.
  package func resize(columns: Int, rows: Int) {
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  /// What it shows.
  package var contents: ScreenContents {
    var (rows, columns) = (Int32(0), Int32(0))
    vterm_get_size(terminal, &rows, &columns)
    var cursor = VTermPos(row: 0, col: 0)
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &cursor)
    let known = properties.pointee
    return ScreenContents(
      cells: (0..<rows).map { row in (0..<columns).map { cell(row: row, column: $0) } },
      cursorColumn: Int(cursor.col), cursorRow: Int(cursor.row),
      isCursorVisible: known.is_cursor_visible, isAlternateScreen: known.is_alternate_screen,
      isMouseReported: known.is_mouse_reported,
      title: withUnsafeBytes(of: known.title) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      })
  }

  /// One cell; blank outside the screen.
  package func cell(row: Int, column: Int) -> ScreenCell {
    cell(row: Int32(row), column: Int32(column))
  }

  private func cell(row: Int32, column: Int32) -> ScreenCell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: row, col: column), &cell)
    var text = String.UnicodeScalarView()
    withUnsafeBytes(of: cell.chars) { bytes in
      // The second half of a wide character is marked with a value that is no scalar.
      for value in bytes.bindMemory(to: UInt32.self).prefix(while: { $0 != 0 }) {
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
    }
    return ScreenCell(
      text: String(text), width: Int(cell.width),
      foreground: color(cell.fg, standard: VTERM_COLOR_DEFAULT_FG),
      background: color(cell.bg, standard: VTERM_COLOR_DEFAULT_BG),
      isBold: cell.attrs.bold != 0, isReverse: cell.attrs.reverse != 0,
      isUnderlined: cell.attrs.underline != 0)
  }

  private func color(_ color: VTermColor, standard: VTermColorType) -> ScreenCell.Color {
    if UInt32(color.type) & standard.rawValue != 0 { return .standard }
    if UInt32(color.type) & VTERM_COLOR_INDEXED.rawValue != 0 {
      return .palette(Int(color.indexed.idx))
    }
    return .rgb(red: Int(color.rgb.red), green: Int(color.rgb.green), blue: Int(color.rgb.blue))
  }
}
