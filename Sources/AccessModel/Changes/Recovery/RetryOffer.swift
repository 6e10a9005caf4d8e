/// What repeating a run comes to, ready to be asked about: the changes as a plan would have them, and what
/// is left out.
package struct RetryOffer: Hashable, Sendable {
  /// A change that is not repeated.
  package struct LeftOut: Hashable, Sendable {
    /// Its record.
    package var record: ChangeRecord
    /// Why.
    package var decision: ResumeDecision
  }

  /// What is sent, with what was so when it was planned first.
  package let changes: [PlannedChange]
  /// What is not sent although the run did not bring it about.
  package private(set) var leftOut: [LeftOut] = []
  /// Why the tenant's log does not tell what others decided since; `nil` where it was read.
  package let decisionsUnread: APIError?

  /// What repeating a run comes to.
  ///
  /// - Parameters:
  ///   - run: What the journal has.
  ///   - retry: What was decided about it.
  package init(of run: RunRecord, _ retry: RetryPlan) {
    changes = retry.changes
    decisionsUnread = retry.decisionsUnread
    for (place, decision) in retry.leftOut.sorted(by: { $0.key < $1.key })
    where run.entries.indices.contains(place) && !decision.isSettled {
      leftOut.append(LeftOut(record: run.entries[place].record, decision: decision))
    }
  }
}
