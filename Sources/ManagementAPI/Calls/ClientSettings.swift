package import AccessModel

/// How a client reaches its tenant, and who is told what it does.
package struct ClientSettings: Sendable {
  /// The ways of the network.
  package var network: NetworkSettings
  /// The log of its calls.
  package var log: APILog
  /// Told what each answer says about the rate limit, as its head arrives; on any thread.
  package var observer: @Sendable (RateLimit) -> Void

  /// Settings; unless said, straight to the tenant, with a log in memory.
  package init(
    network: NetworkSettings = NetworkSettings(), log: APILog = APILog(),
    observer: @escaping @Sendable (RateLimit) -> Void = { _ in }
  ) {
    self.network = network
    self.log = log
    self.observer = observer
  }

  /// What the connections to an endpoint are made by.
  func transport(for endpoint: TenantEndpoint) -> HTTPTransport.Settings {
    var settings = HTTPTransport.Settings(for: endpoint)
    settings.network = network
    return settings
  }
}
