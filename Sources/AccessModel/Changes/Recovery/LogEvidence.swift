/// What the tenant's log tells of attempts whose fate is uncertain.
///
/// A write that was carried out leaves an entry with its correlation id; one that failed may leave none.
/// The log lags, and forgets: that nothing is found tells only where the log is known to reach past the
/// attempt.
package enum LogEvidence: Hashable, Sendable {
  /// It was not asked.
  case notAsked
  /// The write is there: it was carried out.
  case found(logID: String)
  /// It is not there, in a log that was read from one moment to another.
  case absent(from: Timestamp, to: Timestamp)
  /// It could not be read.
  case unreadable(APIError)

  /// How long after an attempt the log must be seen to reach, for its silence to tell something.
  package static let lag: Int64 = 5 * 60 * 1_000

  /// Whether the log's silence about attempts tells that none was carried out.
  func rulesOut(_ attempts: [ChangeAttempt]) -> Bool {
    guard case .absent(let from, let to) = self, let first = attempts.first?.at,
      let last = attempts.map(\.at).max()
    else { return false }
    return from <= first && to.milliseconds >= last.milliseconds + Self.lag
  }
}
