/// A movement through a list.
package enum Movement: Hashable, Sendable {
  case up
  case down
  case pageUp
  case pageDown
  case first
  case last
  case wheelUp
  case wheelDown
}
