/// What a run does just now.
package enum RunPhase: Hashable, Sendable {
  /// It reads what is so, and puts its plan on record.
  case preparing
  /// It makes the first few changes of a large plan, to see whether they hold.
  case trying
  /// It makes changes.
  case changing
  /// It reads again what it made.
  case verifying
  /// It has come to its end, or was left.
  case ended
}
