package import FoundationEssentials

/// What a local tenant is to be like.
package struct TenantConfiguration: Sendable, Equatable {
  /// The smallest and the greatest number of users that a tenant can be seeded with.
  package static let userRange = 10...200_000

  /// How many users the tenant has, within ``userRange``; numbers beyond it are brought into it.
  package var users: Int
  /// What the people are drawn from: the same seed and ``now``, the same people.
  package var seed: UInt64
  /// The port on loopback; 0 lets the system choose one.
  package var port: Int
  /// How long the tenant waits before each answer.
  package var latency: Duration
  /// Whose rate limit the tenant has, where ``rate`` and ``burst`` do not say otherwise.
  package var subscription: Subscription
  /// The calls a second that can be kept up, in place of the subscription's.
  package var rate: Double?
  /// The calls that may come at once, in place of the subscription's.
  package var burst: Int?
  /// The day that all seeded dates are relative to.
  package var now: Date

  /// A tenant as most want it, but for what is said otherwise.
  ///
  /// `now` is a fixed day unless it is given, so that tests see the same people every day.
  package init(
    users: Int = 2_500, seed: UInt64 = 1, port: Int = 0, latency: Duration = .zero,
    subscription: Subscription = .enterprise, rate: Double? = nil, burst: Int? = nil,
    now: Date = Date(timeIntervalSince1970: 1_780_315_200)
  ) {
    self.users = users
    self.seed = seed
    self.port = port
    self.latency = latency
    self.subscription = subscription
    self.rate = rate
    self.burst = burst
    self.now = now
  }

  /// The full bucket that the tenant starts with.
  ///
  /// A rate without a burst makes the bucket hold at least a second of it: a bucket that is
  /// refilled each second would otherwise never let the rate through.
  var bucket: TokenBucket {
    let rate = rate ?? subscription.rate
    let leastForRate = self.rate.map { Int(min($0, 1e9).rounded(.up)) } ?? 0
    return TokenBucket(
      capacity: burst ?? max(subscription.burst, leastForRate), refillPerSecond: rate)
  }
}
