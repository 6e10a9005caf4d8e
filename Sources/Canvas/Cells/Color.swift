/// One of the colours that every terminal has: its own default, or one of its 16 palette entries.
package enum Color: UInt8, Hashable, Sendable, CaseIterable {
  case black
  case red
  case green
  case yellow
  case blue
  case magenta
  case cyan
  case white
  case brightBlack
  case brightRed
  case brightGreen
  case brightYellow
  case brightBlue
  case brightMagenta
  case brightCyan
  case brightWhite
  /// Whatever the person has set the terminal to.
  case standard
}
