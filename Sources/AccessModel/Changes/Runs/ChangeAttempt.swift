/// One sending of a change, as the journal has it: the intent was on disk before the request left.
package struct ChangeAttempt: Hashable, Sendable {
  /// What came of it, as far as it was recorded.
  package enum Answer: Hashable, Sendable {
    /// Nothing was recorded after the intent: it may have been sent or not, and carried out or not.
    case unrecorded
    /// The tenant accepted it with this status, 2xx.
    case accepted(status: Int)
    /// The tenant refused it, or nothing ever left this machine: it was not carried out.
    case refused(APIError.Code, status: Int?)
    /// It was sent and nobody answered, or the answer does not tell.
    case lost(APIError.Code)

    /// The answer of a call that failed.
    package init(_ error: APIError) {
      self =
        error.isAnswered ? .refused(error.code, status: error.status) : .lost(error.code)
    }
  }

  /// When the intent was written.
  package var at: Timestamp
  /// The earliest that this can have been by the tenant's clock; as ``at`` where that is not known to be
  /// behind.
  package var tenantAt: Timestamp
  /// What names it in the tenant's log: the `X-Correlation-ID` that it was sent with.
  package var correlation: String
  /// The request's id, where the answer had one.
  package var requestID: String?
  /// What came of it.
  package var answer: Answer

  /// An attempt.
  package init(
    at: Timestamp, tenantAt: Timestamp? = nil, correlation: String, requestID: String? = nil,
    answer: Answer = .unrecorded
  ) {
    self.at = at
    self.tenantAt = tenantAt ?? at
    self.correlation = correlation
    self.requestID = requestID
    self.answer = answer
  }
}
