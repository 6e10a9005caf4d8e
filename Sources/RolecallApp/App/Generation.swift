/// The number of a read: a reply whose number nobody waits for any more is dropped.
package struct Generation: Hashable, Sendable, Comparable {
  /// Counts reads from the program's start.
  package var number: Int

  /// The number of one read.
  package init(_ number: Int) { self.number = number }

  package static func < (left: Generation, right: Generation) -> Bool { left.number < right.number }
}
