/// What was read of a change, before it was sent or afterwards; of several the last one counts.
package struct ChangeFinding: Hashable, Sendable, Codable {
  /// What is known to be so.
  package enum State: String, Hashable, Sendable, Codable, CaseIterable {
    /// It is so, by this run.
    case done
    /// It was so already, and not by this run.
    case alreadySo = "already_so"
    /// The call was accepted, and the tenant still shows the old state.
    case notInEffect = "not_in_effect"
    /// It is not so, for a reason.
    case failed
    /// It was sent, and nobody knows.
    case unknown
    /// It was left out, for a reason.
    case skipped
  }

  /// Which change of the plan, counted from 0.
  package var change: Int
  /// What is known to be so.
  package var state: State
  /// What was read; `nil` where nothing could be read.
  package var after: ChangeReading?
  /// The reason, in a sentence.
  package var problem: String?
  /// The entry of the tenant's log that tells of the write, where it may be read.
  package var logID: String?

  /// A finding from its parts.
  package init(
    change: Int, state: State, after: ChangeReading? = nil, problem: String? = nil,
    logID: String? = nil
  ) {
    self.change = change
    self.state = state
    self.after = after
    self.problem = problem
    self.logID = logID
  }

  private enum CodingKeys: String, CodingKey {
    case change
    case state
    case after
    case problem
    case logID = "log_id"
  }
}
