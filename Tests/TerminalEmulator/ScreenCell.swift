/// One cell as a terminal shows it.
package struct ScreenCell: Hashable, Sendable {
  /// A colour as a program asked for it.
  package enum Color: Hashable, Sendable {
    /// The terminal's own.
    case standard
    /// An entry of the palette of 256.
    case palette(Int)
    /// A colour of its own.
    case rgb(red: Int, green: Int, blue: Int)
  }

  /// What stands there; empty for a cell that nothing was written to, and for the second half of a wide
  /// character.
  package var text: String
  /// How many columns it takes: 1 or 2.
  package var width: Int
  /// The colour of the strokes.
  package var foreground: Color
  /// The colour behind them.
  package var background: Color
  /// Whether the strokes are heavy.
  package var isBold: Bool
  /// Whether the colours are exchanged.
  package var isReverse: Bool
  /// Whether a line runs below.
  package var isUnderlined: Bool
}
