import FoundationEssentials

/// When a token is used and when another one is obtained, as a value: what a ``TokenCache`` decides.
///
/// It knows no clock: the time comes with each question.
struct TokenLedger: Hashable, Sendable {
  /// What a caller wants.
  enum Want: Hashable, Sendable {
    /// The token to use now.
    case any
    /// Another token than one that the tenant refused.
    case replacement(of: AccessToken)
  }

  /// What a caller gets.
  enum Answer: Hashable, Sendable {
    case use(AccessToken)
    /// What comes of the obtaining that is under way.
    case wait
    /// Nothing: there is no other token.
    case noOther
    /// Nothing: the one token there was has ended.
    case ended(at: Date)
  }

  /// An answer, and whether a token is to be obtained now.
  struct Decision: Hashable, Sendable {
    var answer: Answer
    var obtains: Bool
  }

  private struct Held: Hashable, Sendable {
    var token: AccessToken
    /// From when on another one is obtained, while this one is used; `nil` for never.
    var renewsAt: Date?
    /// From when on it is not used any more; `nil` where nobody knows.
    var endsAt: Date?
  }

  /// How long the source is left alone after it had nothing better, in seconds.
  static let pause: TimeInterval = 30
  /// How long before its end a token is renewed at the most, in seconds.
  static let longestLead: TimeInterval = 300

  /// Whether asking the source again may give another token.
  let isRenewable: Bool
  /// Whether a token is being obtained.
  private(set) var isObtaining = false
  private var held: Held?
  /// The held token, once the tenant has refused it.
  private var refused: Secret?
  /// A refused token that the source gave once more.
  private var insisted: Secret?
  /// Until when the source is not asked again for another than that.
  private var insistedUntil: Date?

  /// A ledger without a token.
  init(isRenewable: Bool) { self.isRenewable = isRenewable }

  /// Answers a caller.
  mutating func decide(_ want: Want, now: Date) -> Decision {
    if case .replacement(let token) = want, held.map({ $0.token.secret == token.secret }) ?? true {
      guard isRenewable else { return Decision(answer: .noOther, obtains: false) }
      if insisted == token.secret, let insistedUntil, now < insistedUntil {
        return Decision(answer: .noOther, obtains: false)
      }
      refused = token.secret
      return Decision(answer: .wait, obtains: begin())
    }
    guard let held, held.token.secret != refused else {
      return Decision(answer: .wait, obtains: begin())
    }
    if let end = held.endsAt, end <= now {
      return isRenewable
        ? Decision(answer: .wait, obtains: begin())
        : Decision(answer: .ended(at: end), obtains: false)
    }
    let isDue = isRenewable && held.renewsAt.map { $0 <= now } ?? false
    return Decision(answer: .use(held.token), obtains: isDue && begin())
  }

  /// Takes a token that was obtained.
  mutating func take(_ token: AccessToken, now: Date) {
    isObtaining = false
    insisted = token.secret == refused ? refused : nil
    insistedUntil = now.addingTimeInterval(Self.pause)
    refused = nil
    held = Self.held(token, now: now)
  }

  /// Takes note that no token could be obtained; the one that is held is used to its end.
  mutating func fail(now: Date) {
    isObtaining = false
    if held?.renewsAt != nil { held?.renewsAt = now.addingTimeInterval(Self.pause) }
  }

  /// What a caller gets who has waited, once the obtaining has ended.
  ///
  /// - Parameter failure: Why no token was obtained; `nil` where one was.
  /// - Returns: A token; `nil` where there is no other.
  func outcome(
    for want: Want, failure: (any Error)?, now: Date
  ) -> Result<AccessToken?, any Error> {
    let usable = held.flatMap { held in
      held.token.secret == refused || held.endsAt.map { $0 <= now } ?? false ? nil : held.token
    }
    switch want {
    case .replacement(let token) where usable?.secret == token.secret:
      return failure.map { .failure($0) } ?? .success(nil)
    case .any, .replacement:
      if let usable { return .success(usable) }
      return failure.map { .failure($0) } ?? .success(nil)
    }
  }

  /// Says that a token is being obtained; whether it was not yet.
  private mutating func begin() -> Bool {
    defer { isObtaining = true }
    return !isObtaining
  }

  private static func held(_ token: AccessToken, now: Date) -> Held {
    guard let end = token.claims?.expiresAt else { return Held(token: token) }
    let soon = now.addingTimeInterval(pause)
    let lifetime = end.timeIntervalSince(now)
    // A token that is over from the start tells more about the clocks: the tenant decides.
    guard lifetime > 0 else { return Held(token: token, renewsAt: soon) }
    let lead = min(longestLead, lifetime / 10)
    return Held(
      token: token, renewsAt: max(end.addingTimeInterval(-lead), min(soon, end)), endsAt: end)
  }
}
