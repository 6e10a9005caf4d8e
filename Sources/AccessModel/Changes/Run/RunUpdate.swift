/// How a run stands, told while it goes on: at most some 20 times a second, however fast it is.
package struct RunUpdate: Hashable, Sendable {
  /// The plan's id.
  package var plan: String
  /// The run's number; `nil` until its plan is on record.
  package var number: RunNumber?
  /// What it does.
  package var phase: RunPhase
  /// How far it has come.
  package var progress: RunProgress
  /// What became of changes since the update before, by their places in the plan.
  package var changed: [Int: ChangeOutcome.State]
  /// How many calls are left to make, verification included, as far as that can be told: what
  /// ``RunProgress/secondsToGo(calls:remaining:refill:share:)`` takes.
  package var callsLeft: Int
  /// Why it stands still; `nil` while it goes on.
  package var pause: RunPause?

  /// An update from its parts.
  package init(
    plan: String, number: RunNumber? = nil, phase: RunPhase, progress: RunProgress,
    changed: [Int: ChangeOutcome.State] = [:], callsLeft: Int = 0, pause: RunPause? = nil
  ) {
    self.plan = plan
    self.number = number
    self.phase = phase
    self.progress = progress
    self.changed = changed
    self.callsLeft = callsLeft
    self.pause = pause
  }
}
