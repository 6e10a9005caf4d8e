/// What repeating the failures of a run means: only what was never accepted is sent again.
package struct RetryPlan: Hashable, Sendable {
  /// The run.
  package let run: String
  /// The places of the changes that are sent.
  package private(set) var toSend: [Int] = []
  /// These changes, with what was so before them when they were first planned.
  package private(set) var changes: [PlannedChange] = []
  /// What is not sent, by place: what is so already, or was decided otherwise since.
  package private(set) var leftOut: [Int: ResumeDecision] = [:]
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
    for (place, entry) in run.entries.enumerated() {
      let decision = Self.decision(
        on: entry, of: run, truth, log[place] ?? .notAsked, answers[place])
      if decision.sends, let change = try? entry.record.change() {
        toSend.append(place)
        changes.append(PlannedChange(change, before: entry.record.before))
      } else {
        leftOut[place] = decision
      }
    }
  }

  /// What is decided about each change of the run, in its order.
  package var decisions: [ResumeDecision] {
    (0..<toSend.count + leftOut.count).map { leftOut[$0] ?? .send }
  }

  /// The places of the changes for which a person has to be asked first.
  package var toAskPerson: [Int] { leftOut.filter { $0.value == .askPerson }.keys.sorted() }

  /// The plan to confirm and run; empty where nothing is to be repeated.
  package func plan(id: String, tenant: Tenant, reason: String = "") -> Plan {
    Plan(id: id, tenant: tenant, planned: changes, reason: reason)
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
