/// The number of a read, or of a wait for a pause in typing: what bears a number that nobody waits for any more is
/// dropped.
package struct Generation: Hashable, Sendable, Comparable {
  /// Counts them from the program's start.
  package var number: Int

  /// The number of one of them.
  package init(_ number: Int) { self.number = number }

  package static func < (left: Generation, right: Generation) -> Bool { left.number < right.number }
}
