/// What a run came to.
package struct RunOutcome: Hashable, Sendable {
  /// The run's number in the journal.
  package var number: RunNumber
  /// What became of each change, in the plan's order, and the roles that users hold now where they were
  /// read.
  package var report: PlanReport
  /// What the run made or found so, and does not hold after it.
  package var differences: VerificationDifferences
  /// Where it stands: `done`, `cancelled`, `paused` or `interrupted`.
  package var state: RunState
  /// Why it stood still when it was left; `nil` where it did not.
  package var pause: RunPause?
  /// Why the journal could not be written any more, which ended the run; `nil` where it could.
  package var journalProblem: String?

  /// An outcome from its parts.
  package init(
    number: RunNumber, report: PlanReport, differences: VerificationDifferences, state: RunState,
    pause: RunPause? = nil, journalProblem: String? = nil
  ) {
    self.number = number
    self.report = report
    self.differences = differences
    self.state = state
    self.pause = pause
    self.journalProblem = journalProblem
  }

  /// The plan.
  package var plan: Plan { report.plan }

  /// Whether all of it was done, and holds.
  package var isFulfilled: Bool {
    state == .done && report.isFulfilled && differences.differences.isEmpty
      && differences.unread == 0
  }

  /// How many changes stand how.
  package func count(where holds: (ChangeOutcome.State) -> Bool) -> Int {
    report.outcomes.count { holds($0.state) }
  }
}
