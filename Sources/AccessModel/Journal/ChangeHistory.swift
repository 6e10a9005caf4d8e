/// All that is on record of one change of a run.
package struct ChangeHistory: Hashable, Sendable, Identifiable {
  /// One attempt: that it was about to leave, and what came back.
  package struct Attempt: Hashable, Sendable {
    /// When it was about to leave, by this machine's clock.
    package var intendedAt: Timestamp
    /// What was about to leave.
    package var intent: ChangeIntent
    /// When its answer came; `nil` where none is on record.
    package var answeredAt: Timestamp?
    /// What became of it; `nil` where nothing is on record: it may have been carried out.
    package var answer: ChangeAnswer?

    /// An attempt from its parts.
    package init(
      intendedAt: Timestamp, intent: ChangeIntent, answeredAt: Timestamp? = nil,
      answer: ChangeAnswer? = nil
    ) {
      self.intendedAt = intendedAt
      self.intent = intent
      self.answeredAt = answeredAt
      self.answer = answer
    }

    /// Whether nobody knows from the record whether the tenant carried it out.
    package var isUncertain: Bool { answer.map { $0.result == .unanswered } ?? true }
  }

  /// A finding, and when it was made.
  package struct Finding: Hashable, Sendable {
    /// When, by this machine's clock.
    package var at: Timestamp
    /// What was found.
    package var finding: ChangeFinding

    /// A finding from its parts.
    package init(at: Timestamp, finding: ChangeFinding) {
      self.at = at
      self.finding = finding
    }
  }

  /// Which change of the plan, counted from 0.
  package var index: Int
  /// The change; `nil` where it was purged.
  package var change: JournaledChange?
  /// Each attempt at it, in the order of the record.
  package var attempts: [Attempt]
  /// What was found, in the order of the record.
  package var findings: [Finding]

  /// A history from its parts.
  package init(
    index: Int, change: JournaledChange?, attempts: [Attempt] = [], findings: [Finding] = []
  ) {
    self.index = index
    self.change = change
    self.attempts = attempts
    self.findings = findings
  }

  package var id: Int { index }

  /// Whether a 2xx is on record: it is never sent again.
  package var wasAccepted: Bool { attempts.contains { $0.answer?.result == .accepted } }
}
