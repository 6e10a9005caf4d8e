/// Where a person is in a list: on a row by its id, and how far the list is scrolled.
///
/// The row is an id and never a number, so that rows which move cannot put another one under the
/// cursor. When its row vanishes no row is current, until the next movement.
package struct ListCursor<ID: Hashable & Sendable>: Hashable, Sendable {
  /// The row under the cursor; `nil` where none is.
  package private(set) var current: ID?
  /// The first row in view.
  package private(set) var offset = 0
  /// Where the cursor's row was last, from which a movement goes on after the row has vanished.
  private var lastIndex = 0

  /// On no row.
  package init() {}

  /// The number of the cursor's row.
  package func index(in ids: [ID]) -> Int? {
    guard let current else { return nil }
    // Nearly always it is where it was; only after rows moved is it looked for.
    if ids.indices.contains(lastIndex), ids[lastIndex] == current { return lastIndex }
    return ids.firstIndex(of: current)
  }

  /// Moves the cursor.
  package mutating func move(_ movement: Movement, in ids: [ID], visible: Int) {
    guard !ids.isEmpty else { return }
    let visible = max(1, visible)
    let index = index(in: ids)
    let here = index ?? min(lastIndex, ids.count - 1)
    let target: Int
    switch movement {
    // After its row vanished the cursor first comes to rest where it was.
    case .up: target = index == nil ? here : here - 1
    case .down: target = index == nil ? here : here + 1
    case .pageUp: target = here - visible
    case .pageDown: target = here + visible
    case .first: target = 0
    case .last: target = ids.count - 1
    case .wheelUp: target = here - 3
    case .wheelDown: target = here + 3
    }
    place(at: min(max(0, target), ids.count - 1), in: ids, visible: visible)
  }

  /// Puts the cursor on a row by its number.
  package mutating func place(at index: Int, in ids: [ID], visible: Int) {
    guard ids.indices.contains(index) else { return }
    current = ids[index]
    lastIndex = index
    reveal(in: ids, visible: visible)
  }

  /// Takes the new id of each row of a list whose ids were given out anew; `nil` for one that is gone.
  mutating func rename(_ newID: (ID) -> ID?) { current = current.flatMap(newID) }

  /// Follows the cursor's row through a list that has changed; where it is gone, no row is current.
  package mutating func follow(_ ids: [ID], visible: Int) {
    if let index = index(in: ids) {
      lastIndex = index
    } else {
      current = nil
    }
    reveal(in: ids, visible: visible)
  }

  /// Scrolls as little as needed, so that the cursor's row is in view and no empty rows follow the last.
  package mutating func reveal(in ids: [ID], visible: Int) {
    let visible = max(1, visible)
    if let index = index(in: ids) {
      if index < offset { offset = index }
      if index >= offset + visible { offset = index - visible + 1 }
    }
    offset = min(max(0, offset), max(0, ids.count - visible))
  }
}
