/// Which rows of a list are marked: by their ids, so that nothing that moves can mark another one.
///
/// A mark stays while a filter or a search hides its row; it is counted then, and nothing acts on it.
package struct Marks<ID: Hashable & Sendable>: Hashable, Sendable {
  /// The rows that are marked, shown or hidden.
  package private(set) var ids: Set<ID> = []
  /// How many of them are not shown.
  package private(set) var hiddenCount = 0
  /// The row that was marked last, from which a range goes on.
  private var last: ID?

  /// Nothing marked.
  package init() {}

  /// How many rows are marked, shown or hidden.
  package var count: Int { ids.count }
  /// Whether no row is marked.
  package var isEmpty: Bool { ids.isEmpty }

  /// Whether a row is marked.
  package func contains(_ id: ID) -> Bool { ids.contains(id) }

  /// Changes the marks of rows that are shown; a row that is hidden keeps its own.
  ///
  /// - Parameters:
  ///   - current: The row under the cursor.
  ///   - shown: The rows that are shown, from the top.
  ///   - barred: Rows that cannot be marked.
  package mutating func change(
    _ step: MarkStep, at current: ID?, in shown: [ID], except barred: Set<ID> = []
  ) {
    switch step {
    case .toggle:
      guard let current, !barred.contains(current) else { return }
      if ids.remove(current) == nil {
        ids.insert(current)
        last = current
      } else if last == current {
        last = nil
      }
    case .range:
      guard let range = range(to: current, in: shown) else { return }
      ids.formUnion(shown[range].lazy.filter { !barred.contains($0) })
      last = current
    case .shown: ids.formUnion(shown.lazy.filter { !barred.contains($0) })
    case .invert: ids.formSymmetricDifference(shown.lazy.filter { !barred.contains($0) })
    case .none:
      ids = []
      hiddenCount = 0
      last = nil
    }
  }

  /// Why marks cannot be changed so; `nil` where they can.
  package func obstacle(to step: MarkStep, at current: ID?, in shown: [ID]) -> String? {
    switch step {
    case .toggle: current == nil ? "no row is under the cursor" : nil
    case .range:
      if current == nil {
        "no row is under the cursor"
      } else if last == nil {
        "no row was marked from which to go on"
      } else if range(to: current, in: shown) == nil {
        "the row that was marked last is not shown"
      } else {
        nil
      }
    case .shown, .invert, .none: nil
    }
  }

  /// Marks more rows, which are among those shown.
  mutating func add(_ more: some Sequence<ID>) { ids.formUnion(more) }

  /// Takes the marks of rows away that are not there any more.
  mutating func remove(_ gone: Set<ID>) {
    ids.subtract(gone)
    if let last, gone.contains(last) { self.last = nil }
  }

  /// Takes the new id of each row of a list whose ids were given out anew; the marks of those that are gone go, too.
  mutating func rename(_ newID: (ID) -> ID?) {
    ids = Set(ids.compactMap(newID))
    last = last.flatMap(newID)
  }

  /// Counts anew how many marks are hidden, after the rows that are shown have changed.
  mutating func follow(_ shown: [ID]) {
    hiddenCount = ids.isEmpty ? 0 : ids.count - shown.count(where: ids.contains)
  }

  private func range(to current: ID?, in shown: [ID]) -> ClosedRange<Int>? {
    guard let last, let current, let from = shown.firstIndex(of: last),
      let to = shown.firstIndex(of: current)
    else { return nil }
    return min(from, to)...max(from, to)
  }
}

/// What a person does to the marks of a list.
package enum MarkStep: Hashable, Sendable {
  /// Mark the row under the cursor, or take its mark away.
  case toggle
  /// Mark from the row that was marked last to the one under the cursor.
  case range
  /// Mark all that are shown.
  case shown
  /// Mark those shown that are not marked, and take the marks of the others away.
  case invert
  /// Take every mark away, of hidden rows as well.
  case none
}
