/// That a change is about to be sent; on disk before it leaves.
package struct ChangeIntent: Hashable, Sendable, Codable {
  /// Which change of the plan, counted from 0.
  package var change: Int
  /// Which attempt at it, counted from 1.
  package var attempt: Int
  /// What the call says to the tenant's log in `X-Correlation-ID`; changes sent in one call share it.
  package var correlationID: String
  /// What was read just before; `nil` where it was not read.
  package var before: ChangeReading?

  /// An intent from its parts.
  package init(change: Int, attempt: Int, correlationID: String, before: ChangeReading? = nil) {
    self.change = change
    self.attempt = attempt
    self.correlationID = correlationID
    self.before = before
  }

  private enum CodingKeys: String, CodingKey {
    case change
    case attempt
    case correlationID = "correlation_id"
    case before
  }
}
