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
  /// Whether the tenant holds more than Auth0 allows: users with more than 50 roles.
  package var beyondLimits: Bool
  /// How long searches lag behind changes; users by id and by email never do.
  package var searchLag: Duration
  /// How long a search may take before it is answered 503.
  package var searchTimeout: Duration
  /// How long an export of users takes.
  package var exportDuration: Duration
  /// How the tenant answers where the real API's answer is unknown.
  package var unknowns: Unknowns
  /// What goes wrong.
  package var faults: Faults
  /// The PEM of the RSA public key with which the application signs its client assertions, for
  /// `private_key_jwt`; nil where the application has a secret alone.
  package var applicationPublicKey: String?
  /// TLS in place of plain http; nil for plain http.
  package var tls: TLS?

  /// A tenant as most want it, but for what is said otherwise.
  ///
  /// `now` is a fixed day unless it is given, so that tests see the same people every day.
  package init(
    users: Int = 2_500, seed: UInt64 = 1, port: Int = 0, latency: Duration = .zero,
    subscription: Subscription = .enterprise, rate: Double? = nil, burst: Int? = nil,
    now: Date = Date(timeIntervalSince1970: 1_780_315_200), beyondLimits: Bool = false,
    searchLag: Duration = .zero, searchTimeout: Duration = .seconds(2),
    exportDuration: Duration = .milliseconds(500), unknowns: Unknowns = Unknowns(),
    faults: Faults = .none, applicationPublicKey: String? = nil,
    tls: TLS? = nil
  ) {
    self.users = users
    self.seed = seed
    self.port = port
    self.latency = latency
    self.subscription = subscription
    self.rate = rate
    self.burst = burst
    self.now = now
    self.beyondLimits = beyondLimits
    self.searchLag = searchLag
    self.searchTimeout = searchTimeout
    self.exportDuration = exportDuration
    self.unknowns = unknowns
    self.faults = faults
    self.applicationPublicKey = applicationPublicKey
    self.tls = tls
  }
}
