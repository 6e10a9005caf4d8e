/// What became of one attempt at a change, as far as the call itself tells.
package struct ChangeAnswer: Hashable, Sendable, Codable {
  /// What the call tells.
  package enum Result: String, Hashable, Sendable, Codable, CaseIterable {
    /// The tenant said 2xx. Such a change is never sent again.
    case accepted
    /// The tenant refused it, and did nothing.
    case refused
    /// It never left this machine.
    case notSent = "not_sent"
    /// It left, and no answer tells what the tenant did.
    case unanswered
  }

  /// Which change of the plan, counted from 0.
  package var change: Int
  /// Which attempt at it, counted from 1.
  package var attempt: Int
  /// What the call tells.
  package var result: Result
  /// What went wrong; `nil` where nothing did.
  package var code: APIError.Code?
  /// The answer's HTTP status; `nil` where there was no answer.
  package var status: Int?
  /// The tenant's name for the call: `X-Request-ID` or `CF-Ray`.
  package var requestID: String?
  /// The tenant's own time, of the `Date` header.
  package var tenantTime: Timestamp?
  /// What went wrong, in a sentence for the record; `nil` where nothing did.
  package var problem: String?

  /// An answer from its parts.
  package init(
    change: Int, attempt: Int, result: Result, code: APIError.Code? = nil, status: Int? = nil,
    requestID: String? = nil, tenantTime: Timestamp? = nil, problem: String? = nil
  ) {
    self.change = change
    self.attempt = attempt
    self.result = result
    self.code = code
    self.status = status
    self.requestID = requestID
    self.tenantTime = tenantTime
    self.problem = problem
  }

  private enum CodingKeys: String, CodingKey {
    case change
    case attempt
    case result
    case code
    case status
    case requestID = "request_id"
    case tenantTime = "tenant_time"
    case problem
  }
}

extension APIError.Code: Codable {}
