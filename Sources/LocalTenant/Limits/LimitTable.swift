/// The buckets that a tenant has: one for all calls, and one each for families of them.
struct LimitTable: Sendable, Equatable {
  /// The bucket that every call is taken from first; nil where the families stand for themselves.
  var global: TokenBucket?
  var families: [LimitFamily: TokenBucket]

  init(global: TokenBucket? = nil, families: [LimitFamily: TokenBucket] = [:]) {
    self.global = global
    self.families = families
  }

  /// The full buckets that a tenant starts with.
  ///
  /// A rate without a burst makes the bucket hold at least a second of it: a bucket that is
  /// refilled each second would otherwise never let the rate through. A rate or a burst of one's
  /// own leaves one bucket for everything.
  init(_ configuration: TenantConfiguration) {
    let subscription = configuration.subscription
    guard configuration.rate == nil, configuration.burst == nil else {
      let leastForRate = configuration.rate.map { Int(min($0, 1e9).rounded(.up)) } ?? 0
      self.init(
        global: TokenBucket(
          capacity: configuration.burst ?? max(subscription.burst, leastForRate),
          refillPerSecond: configuration.rate ?? subscription.rate))
      return
    }
    let bucket = TokenBucket(capacity: subscription.burst, refillPerSecond: subscription.rate)
    switch subscription {
    case .free: self.init(global: bucket)
    case .essentials:
      var families = Self.essentials.mapValues(\.bucket)
      families[.other] = bucket
      self.init(families: families)
    case .enterprise:
      self.init(global: bucket, families: Self.enterprise.mapValues(\.bucket))
    }
  }

  private struct Figures {
    var burst: Int
    var perMinute: Double

    var bucket: TokenBucket {
      TokenBucket(capacity: burst, refillPerSecond: perMinute / 60)
    }
  }

  private static let essentials: [LimitFamily: Figures] = [
    .readUsers: Figures(burst: 40, perMinute: 500),
    .writeUsers: Figures(burst: 20, perMinute: 200),
    .deleteUsers: Figures(burst: 20, perMinute: 200),
    .readLogs: Figures(burst: 10, perMinute: 100),
    .readConnections: Figures(burst: 5, perMinute: 50),
    .readOrganizations: Figures(burst: 5, perMinute: 50),
    .readUserOrganizations: Figures(burst: 40, perMinute: 500),
    .readOrganizationMembers: Figures(burst: 40, perMinute: 500),
    .organizationMemberRoles: Figures(burst: 20, perMinute: 200),
  ]

  private static let enterprise: [LimitFamily: Figures] = [
    .readOrganizations: Figures(burst: 10, perMinute: 100),
    .readUserOrganizations: Figures(burst: 40, perMinute: 500),
    .organizationMemberRoles: Figures(burst: 20, perMinute: 200),
  ]
}
