package import AccessModel

/// Why a run was not begun: nothing was sent.
package struct RunRefusal: Error, Hashable, Sendable {
  /// What is in the way.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    /// The session may only read.
    case readOnly
    /// There is no journal to put it on record.
    case noJournal
    /// The plan is of another tenant than the session.
    case otherTenant
    /// The plan holds no change.
    case empty
    /// The plan decides something both ways.
    case contradictory
  }

  /// What is in the way.
  package var code: Code

  /// A refusal.
  package init(_ code: Code) { self.code = code }

  /// What failed, and what to do.
  package var explanation: Explanation {
    switch code {
    case .readOnly:
      Explanation(
        "This is read-only: nothing is changed.",
        "Leave out --read-only and ROLECALL_READ_ONLY to change something.")
    case .noJournal:
      Explanation(
        "There is no journal to put it on record, and nothing is changed without one.",
        "Set XDG_STATE_HOME to a folder of your own.")
    case .otherTenant:
      Explanation(
        "The plan is of another tenant: nothing is changed.", "Open the plan's tenant.")
    case .empty: Explanation("There is nothing to change.", "Look at what was named.")
    case .contradictory:
      Explanation(
        "The plan gives and takes the same: nothing is changed.", "Make a plan of one of them.")
    }
  }
}

extension RunRefusal: CustomStringConvertible {
  package var description: String { explanation.problem + " " + explanation.remedy }
}
