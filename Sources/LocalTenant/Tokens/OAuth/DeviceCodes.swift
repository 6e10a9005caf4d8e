import Synchronization

/// The sign-ins that wait for somebody to confirm a code in a browser.
final class DeviceCodes: Sendable {
  /// How far a sign-in has come.
  enum Answer: Sendable, Equatable {
    case pending
    case confirmed
    case denied
  }

  /// What was asked for.
  struct Request: Sendable, Equatable {
    var clientID: String
    var scope: String?
    var audience: String
    var userCode: String
    var answer = Answer.pending
    fileprivate var expiry: ContinuousClock.Instant
    fileprivate var lastPoll: ContinuousClock.Instant?
  }

  /// How often a client may ask, and for how long, in seconds.
  static let interval = 5
  static let lifetime = 900

  private static let most = 1_000
  private let requests = Mutex<[String: Request]>([:])

  /// Begins a sign-in; the code by which the client asks for its end.
  func begin(
    clientID: String, scope: String?, audience: String, userCode: String, deviceCode: String
  ) {
    let request = Request(
      clientID: clientID, scope: scope, audience: audience, userCode: userCode,
      expiry: .now + .seconds(Self.lifetime))
    requests.withLock { requests in
      if requests.count >= Self.most { requests.removeAll() }
      requests[deviceCode] = request
    }
  }

  /// Confirms or denies the sign-in with a code; false where there is none.
  func answer(_ userCode: String, _ answer: Answer) -> Bool {
    requests.withLock { requests in
      let code = requests.first { $0.value.userCode == userCode.uppercased() }?.key
      guard let code else { return false }
      requests[code]?.answer = answer
      return true
    }
  }

  /// The sign-in that a client asks for, which ends with it unless it is still pending.
  ///
  /// - Throws: What the Authentication API answers as long as there is nothing else to say.
  func poll(_ deviceCode: String, clientID: String) throws(OAuthError) -> Request {
    try requests.withLock { requests throws(OAuthError) in
      guard var request = requests[deviceCode], request.clientID == clientID else {
        throw OAuthError(403, "invalid_grant", "Invalid or expired device code.")
      }
      let now = ContinuousClock.now
      guard now < request.expiry else {
        requests[deviceCode] = nil
        throw OAuthError(403, "expired_token", "The device_code has expired.")
      }
      switch request.answer {
      case .confirmed:
        requests[deviceCode] = nil
        return request
      case .denied:
        requests[deviceCode] = nil
        throw OAuthError(403, "access_denied", "User cancelled the confirmation prompt.")
      case .pending:
        let isTooSoon =
          request.lastPoll.map { now - $0 < .seconds(Self.interval) } ?? false
        request.lastPoll = now
        requests[deviceCode] = request
        guard !isTooSoon else {
          throw OAuthError(
            429, "slow_down",
            "You are polling faster than the specified interval of \(Self.interval) seconds.")
        }
        throw OAuthError(
          403, "authorization_pending", "User has yet to authorize device code.")
      }
    }
  }
}
