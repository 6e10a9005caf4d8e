/// One press of a key, as a terminal reports it.
package enum Key: Hashable, Sendable {
  /// A character, with Shift already applied.
  case character(Character)
  /// A letter with Ctrl held, in lower case.
  case control(Character)
  case enter
  case escape
  case tab
  case backTab
  case backspace
  case delete
  case insert
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  /// A function key, from 1.
  case function(Int)
}
