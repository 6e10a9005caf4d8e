/// A run as the journal has it.
package struct RunSummary: Hashable, Sendable, Identifiable {
  /// How many of a run's changes stand where.
  package struct Progress: Hashable, Sendable {
    /// All of the plan's changes.
    package var total: Int
    /// Changes that were to be sent at least once.
    package var sent: Int
    /// Changes by what was found last; one that nothing was found about yet is missing.
    package var found: [ChangeFinding.State: Int]
    /// Attempts that an intent is on record of, and no answer.
    package var unanswered: Int

    /// Progress from its parts.
    package init(
      total: Int, sent: Int = 0, found: [ChangeFinding.State: Int] = [:], unanswered: Int = 0
    ) {
      self.total = total
      self.sent = sent
      self.found = found
      self.unanswered = unanswered
    }
  }

  /// Its number.
  package var id: RunNumber
  /// When it began, by this machine's clock.
  package var begunAt: Timestamp
  /// What it began with.
  package var beginning: RunBeginning
  /// Where it stands: the last step, but `interrupted` where a run is open and no process has it.
  package var state: RunState
  /// Each step since, in the order in which they came.
  package var steps: [RunStep]
  /// How far it came.
  package var progress: Progress
  /// Who has it just now, in words; `nil` where nobody has.
  package var holder: String?

  /// A summary from its parts.
  package init(
    id: RunNumber, begunAt: Timestamp, beginning: RunBeginning, state: RunState, steps: [RunStep],
    progress: Progress, holder: String? = nil
  ) {
    self.id = id
    self.begunAt = begunAt
    self.beginning = beginning
    self.state = state
    self.steps = steps
    self.progress = progress
    self.holder = holder
  }
}
