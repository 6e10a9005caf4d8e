/// How long and how large an exchange with a tenant may be.
struct TransportLimits: Hashable, Sendable {
  /// How long a connection may take to be made, TLS included.
  var connect: Duration
  /// How long the tenant may be silent within an answer.
  var read: Duration = .seconds(30)
  /// How long an exchange may take from its first byte to the last of the answer.
  var total: Duration = .seconds(60)
  /// How many bytes an answer's body may have, once decompressed: 10 MiB.
  var answerBytes = 10 << 20
  /// How many connections there may be at a time: as many as calls under way.
  ///
  /// So a tenant far away is not asked less often than it allows. No more are made than are needed.
  var connections = RateLimitSchedule.mostInFlight

  /// The limits for an endpoint: on this machine a connection is made at once or never.
  init(for endpoint: TenantEndpoint) {
    connect = endpoint.isOnLoopback ? .seconds(1) : .seconds(10)
  }
}
