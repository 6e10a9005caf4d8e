extension ChangeHistory {
  /// What became of a change, by what is on record; the raw value stands in exports and never changes.
  package enum Result: String, Hashable, Sendable, Codable, CaseIterable {
    /// It is so, by this run.
    case done
    /// It was so already, and not by this run.
    case alreadySo = "already_so"
    /// The call was accepted, and the tenant still showed the old state.
    case notInEffect = "not_in_effect"
    /// It is not so, for a reason.
    case failed
    /// It was sent, and nobody knows.
    case unknown
    /// It was left out, for a reason.
    case skipped
    /// It was accepted, and not read again.
    case accepted
    /// It was refused, and not read again.
    case refused
    /// It was never sent.
    case notSent = "not_sent"
    /// The record of it was emptied.
    case purged

    /// The result in a word or two.
    package var words: String {
      switch self {
      case .alreadySo: "so already"
      case .unknown: "not known"
      case .skipped: "left out"
      case .done, .notInEffect, .failed, .accepted, .refused, .notSent, .purged:
        String(rawValue.map { $0 == "_" ? " " : $0 })
      }
    }

    /// What was found last.
    package init(_ state: ChangeFinding.State) {
      self =
        switch state {
        case .done: .done
        case .alreadySo: .alreadySo
        case .notInEffect: .notInEffect
        case .failed: .failed
        case .unknown: .unknown
        case .skipped: .skipped
        }
    }
  }

  /// What became of it: what was found last, else how far its attempts came.
  package var result: Result {
    if change == nil { return .purged }
    if let finding = findings.last?.finding { return Result(finding.state) }
    if wasAccepted { return .accepted }
    if attempts.isEmpty { return .notSent }
    return attempts.contains(where: \.isUncertain) ? .unknown : .refused
  }

  /// What went wrong, in a sentence for the record; `nil` where nothing did.
  package var problem: String? {
    findings.last?.finding.problem ?? attempts.last?.answer?.problem
  }

  /// The tenant's log entry of the write, where it was found.
  package var logID: String? { findings.compactMap(\.finding.logID).last }
}
