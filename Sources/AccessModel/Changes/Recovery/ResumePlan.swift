/// What going on with a whole run means: a decision for each of its changes.
package struct ResumePlan: Hashable, Sendable {
  /// The run.
  package let run: String
  /// A decision for each of its changes, in its order.
  package let decisions: [ResumeDecision]
  /// Why the tenant's log does not tell what others decided since; `nil` where it was read.
  package let decisionsUnread: APIError?

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
    decisionsUnread = truth.decisionsUnread
    decisions = run.entries.enumerated().map { place, entry in
      ResumeDecision(
        on: entry, of: run, truth: truth, log: log[place] ?? .notAsked, answer: answers[place])
    }
  }

  /// The places of the changes that are sent.
  package var toSend: [Int] { places { $0.sends } }

  /// The places of the changes for which the tenant's log has to be asked first.
  package var toAskLog: [Int] { places { if case .askLog = $0 { true } else { false } } }

  /// The places of the changes for which a person has to be asked first.
  package var toAskPerson: [Int] { places { $0 == .askPerson } }

  /// The places of the changes with such a decision.
  package func places(where holds: (ResumeDecision) -> Bool) -> [Int] {
    decisions.indices.filter { holds(decisions[$0]) }
  }
}
