/// What repeating the failures of a run means: only what was never accepted is sent again.
package struct RetryPlan: Hashable, Sendable {
  /// The run.
  package let run: String
  /// The places of the changes that are sent.
  package private(set) var toSend: [Int] = []
  /// What is not sent, by place: what is so already, or was decided otherwise since.
  package private(set) var leftOut: [Int: ResumeDecision] = [:]

  /// Decides about a run.
  ///
  /// - Parameters:
  ///   - run: What the journal has.
  ///   - truth: What is so now.
  ///   - log: What the tenant's log tells, by the place of the change.
  ///   - answers: What a person said, by the place of the change.
  package init(
    of run: RunRecord, truth: TruthNow, log: [Int: LogEvidence] = [:],
    answers: [Int: ResumeDecision.Answer] = [:]
  ) {
    self.run = run.id
    for (place, entry) in run.entries.enumerated() {
      let decision = Self.decision(
        on: entry, of: run, truth, log[place] ?? .notAsked, answers[place])
      if decision.sends { toSend.append(place) } else { leftOut[place] = decision }
    }
  }

  private static func decision(
    on entry: ChangeEntry, of run: RunRecord, _ truth: TruthNow, _ log: LogEvidence,
    _ answer: ResumeDecision.Answer?
  ) -> ResumeDecision {
    guard case .refused = entry.fate, let change = try? entry.record.change() else {
      return ResumeDecision(on: entry, of: run, truth: truth, log: log, answer: answer)
    }
    return ResumeDecision.unsent(entry, change, truth.isSo(change), run, truth)
  }
}
