/// A word that can be pressed.
package struct Button: Hashable, Sendable {
  /// Whether and how it can be pressed.
  package enum State: Hashable, Sendable {
    /// By a click, or by Enter once it has the focus: `[ Cancel ]`.
    case plain
    /// By Enter: `[▸Cancel◂]`.
    case focused
    /// Not now: no brackets.
    case disabled
  }

  /// The word.
  package var label: String
  /// The key that presses it from anywhere; empty for none.
  package var key: String
  /// Whether and how it can be pressed.
  package var state: State

  /// A button.
  package init(_ label: String, key: String = "", state: State = .plain) {
    self.label = label
    self.key = key
    self.state = state
  }

  /// How many columns it takes; the same in every state.
  package var columns: Int { text.columns + 4 }

  /// Where it stands if drawn at a place: what a click must hit.
  package func rect(at column: Int, _ row: Int) -> Rect {
    Rect(column: column, row: row, columns: columns, rows: 1)
  }

  /// Draws it and gives back where it stands.
  @discardableResult
  package func draw(
    on frame: inout Frame, at column: Int, _ row: Int, theme: Theme
  ) -> Rect {
    let style = theme[role]
    let (open, close) = brackets
    let columns = frame.draw(
      CellText(open) + text + CellText(close), at: column, row, columns: columns, style: style,
      replacement: state == .plain ? theme[.replacement] : style)
    return Rect(column: column, row: row, columns: columns, rows: 1)
  }

  private var text: CellText { CellText(key.isEmpty ? label : label + "  " + key) }

  private var role: StyleRole {
    switch state {
    case .plain: .button
    case .focused: .focusedButton
    case .disabled: .disabled
    }
  }

  private var brackets: (open: String, close: String) {
    switch state {
    case .plain: ("[ ", " ]")
    case .focused: ("[▸", "◂]")
    case .disabled: ("  ", "  ")
    }
  }
}
