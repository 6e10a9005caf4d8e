/// A change of a run, with all that the journal has of it.
package struct ChangeEntry: Hashable, Sendable {
  /// The change and what was so when it was planned, as kept.
  package var record: ChangeRecord
  /// What was so right before the run acted on it.
  package var readBefore: HeldBefore
  /// Each sending, in order; none where it was never sent.
  package var attempts: [ChangeAttempt]
  /// What was last read of it after it was sent.
  package var readAfter: HeldBefore
  /// The tenant's log entry of the write, where it was found by its correlation id.
  package var logID: String?

  /// What the journal has of a change.
  package init(
    record: ChangeRecord, readBefore: HeldBefore = .notRead, attempts: [ChangeAttempt] = [],
    readAfter: HeldBefore = .notRead, logID: String? = nil
  ) {
    self.record = record
    self.readBefore = readBefore
    self.attempts = attempts
    self.readAfter = readAfter
    self.logID = logID
  }

  /// How far a change came.
  package enum Fate: Hashable, Sendable {
    /// It was never sent.
    case notSent
    /// It was found to be so already, and not sent.
    case alreadySo
    /// The tenant accepted it.
    case accepted
    /// Nobody knows whether it was carried out.
    case uncertain
    /// It was refused each time, the last time for this.
    case refused(APIError.Code)
  }

  /// How far it came, by what is on record alone.
  package var fate: Fate {
    if logID != nil { return .accepted }
    var fate = Fate.notSent
    for attempt in attempts {
      switch attempt.answer {
      case .accepted: return .accepted
      case .unrecorded, .lost: fate = .uncertain
      case .refused(let code, _): if fate != .uncertain { fate = .refused(code) }
      }
    }
    if fate == .notSent, let change = try? record.change(), readBefore.isAlready(change) {
      return .alreadySo
    }
    return fate
  }

  /// What names the attempts of which nobody knows what came of them.
  package var uncertainCorrelations: [String] {
    attempts.filter { attempt in
      switch attempt.answer {
      case .unrecorded, .lost: true
      case .accepted, .refused: false
      }
    }.map(\.correlation)
  }

  /// When it was first sent.
  package var firstSent: Timestamp? { attempts.first?.at }
}
