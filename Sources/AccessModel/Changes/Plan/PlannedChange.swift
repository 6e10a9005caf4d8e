/// A change together with what was so before it when it was planned.
package struct PlannedChange: Hashable, Sendable {
  /// The change.
  package var change: Change
  /// What was so before it.
  package var before: HeldBefore

  /// A change of a plan.
  package init(_ change: Change, before: HeldBefore = .notRead) {
    self.change = change
    self.before = before
  }
}
