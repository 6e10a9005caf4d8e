import AccessModel
import FoundationEssentials

extension Answer {
  /// Throws what a refusal says; returns for a success.
  func check(for operation: Operation) throws(APIError) {
    guard !isSuccess else { return }
    let said = try? JSONDecoder().decode(ErrorBody.self, from: Data(body))
    throw APIError(
      code, operation, status: status, message: said?.message, errorCode: said?.errorCode,
      expectedScopes: said?.message.map { ScopeList(message: $0).scopes } ?? [],
      requestID: requestID, tenantTime: tenantTime, retryAt: retryAt)
  }

  /// What the tenant's support finds the call by, where the answer bears it: plain text only.
  var requestID: String? {
    ["x-request-id", "x-auth0-requestid", "cf-ray"].lazy.compactMap { headers[$0] }
      .first {
        (1...128).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      }
  }

  private var code: APIError.Code {
    switch status {
    case 400, 412, 413, 414, 422: .badRequest
    case 401: .unauthorized
    case 403: .forbidden
    case 404: .notFound
    case 409: .conflict
    case 429: .rateLimited
    case 500...599: .serverError
    default: .unexpectedStatus
    }
  }

  /// When the tenant takes calls again: by `Retry-After`, which is this machine's clock, before
  /// `x-ratelimit-reset`, which is the tenant's.
  var retryAt: Date? {
    guard status == 429 || status == 503 else { return nil }
    return retryAfter ?? (status == 429 ? rateLimit?.resetsAt : nil)
  }

  private var retryAfter: Date? {
    guard let text = headers["retry-after"] else { return nil }
    if let seconds = Int(text) {
      return Self.plausible.contains(seconds)
        ? receivedAt.addingTimeInterval(TimeInterval(seconds)) : nil
    }
    return HTTPDate(text)?.date
  }

  /// What the tenant says about its rate limit; `nil` where it does not, or what it says is absurd.
  var rateLimit: RateLimit? {
    guard let limit = headers["x-ratelimit-limit"].flatMap({ Int($0) }), limit >= 0,
      let remaining = headers["x-ratelimit-remaining"].flatMap({ Int($0) }), remaining >= 0
    else { return nil }
    let reset = headers["x-ratelimit-reset"].flatMap { Double($0) }
      .map { Date(timeIntervalSince1970: $0) }
      .flatMap { abs($0.timeIntervalSince(receivedAt)) <= Self.day ? $0 : nil }
    return RateLimit(limit: limit, remaining: remaining, resetsAt: reset)
  }

  /// How far off a time may be, in seconds, and still be believed.
  private static let day: TimeInterval = 86_400
  private static let plausible = 0...86_400
}
