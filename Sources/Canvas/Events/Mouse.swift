/// What a mouse did, and where.
package struct Mouse: Hashable, Sendable {
  /// What was done.
  package enum Action: Hashable, Sendable {
    case click
    case doubleClick
    case wheelUp
    case wheelDown
  }

  /// What was done.
  package var action: Action
  /// The cell under the pointer.
  package var position: Position

  /// A mouse event.
  package init(_ action: Action, at position: Position) {
    self.action = action
    self.position = position
  }
}
