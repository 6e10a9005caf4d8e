package import FoundationEssentials

/// A call of the Management API that did not do what it was for.
///
/// Cancellation is none: it is thrown as `CancellationError`.
package struct APIError: Error, Hashable, Sendable {
  /// What went wrong; switch on this, never on a message.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    /// No connection: no such host, nobody listens, TLS refused.
    case unreachable
    /// No whole answer in time.
    case timedOut
    /// The connection ended before the answer did.
    case interrupted
    /// 400: the tenant did not accept the call as made.
    case badRequest
    /// 401: the token is not, or no longer, valid.
    case unauthorized
    /// 403: the token lacks a scope, or the tenant does not offer this.
    case forbidden
    /// 404: what the call is about does not exist.
    case notFound
    /// 409: the tenant is in a state that does not allow it.
    case conflict
    /// 429: too many calls.
    case rateLimited
    /// 5xx, and 503 for a search that took too long.
    case serverError
    /// The answer is no JSON, or not of the documented shape.
    case unreadableAnswer
    /// The answer is larger than this program takes.
    case answerTooLarge
    /// A redirect, or a status that the API does not have.
    case unexpectedStatus
  }

  /// What went wrong.
  package var code: Code
  /// Which call.
  package var operation: Operation
  /// The answer's HTTP status, where there was an answer.
  package var status: Int?
  /// The tenant's own words, as sent: hostile until they pass the text gate.
  package var message: String?
  /// The tenant's own code, such as `insufficient_scope`.
  package var errorCode: String?
  /// Scopes any of which the tenant says it expected.
  package var expectedScopes: [String]
  /// Which of the scopes that the tenant named the token lacks; `nil` where the tenant named none, or the
  /// token does not say what it may do.
  package var missingScopes: [String]?
  /// What the tenant's support finds the call by: its `x-request-id`, or the `cf-ray` of what is in front
  /// of it; `nil` where the answer bore none.
  package var requestID: String?
  /// The tenant's own time when it answered; `nil` where it did not say.
  package var tenantTime: Timestamp?
  /// When the tenant takes calls again.
  package var retryAt: Date?
  /// What went wrong in plain words, where the code does not say it all; never holds a secret.
  package var detail: String?
  /// What to say instead of the code's own sentences, where the cause is known better than by its code.
  package var explained: Explanation?

  /// An error from its parts.
  package init(
    _ code: Code, _ operation: Operation, status: Int? = nil, message: String? = nil,
    errorCode: String? = nil, expectedScopes: [String] = [], missingScopes: [String]? = nil,
    requestID: String? = nil, tenantTime: Timestamp? = nil, retryAt: Date? = nil,
    detail: String? = nil,
    explained: Explanation? = nil
  ) {
    self.code = code
    self.operation = operation
    self.status = status
    self.message = message
    self.errorCode = errorCode
    self.expectedScopes = expectedScopes
    self.missingScopes = missingScopes
    self.requestID = requestID
    self.tenantTime = tenantTime
    self.retryAt = retryAt
    self.detail = detail
    self.explained = explained
  }
}

extension APIError {
  /// Whether the tenant itself refused: a call without such an answer may have been carried out.
  package var isAnswered: Bool {
    // Without a token no call was made.
    if operation == .getToken { return true }
    return switch code {
    case .badRequest, .unauthorized, .forbidden, .notFound, .conflict, .rateLimited: true
    // Nothing was ever sent over a connection that did not come about.
    case .unreachable: true
    case .timedOut, .interrupted, .serverError, .unreadableAnswer, .answerTooLarge,
      .unexpectedStatus:
      false
    }
  }
}
