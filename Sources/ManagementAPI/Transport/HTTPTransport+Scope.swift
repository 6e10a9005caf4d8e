import AccessModel
import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTPCompression

extension HTTPTransport {
  /// What tests replace: limits, clocks and where names lead.
  struct Settings: Sendable {
    var limits: TransportLimits
    var clock: any Clock<Duration> = ContinuousClock()
    var now: @Sendable () -> Date = { Date() }
    /// Addresses by host name, before any look-up; certificates are still checked for the name.
    var addresses: [String: String] = [:]
    /// The ways of the network.
    var network = NetworkSettings()

    init(for endpoint: TenantEndpoint) { limits = TransportLimits(for: endpoint) }
  }

  /// Runs a body with a transport whose connections end with it.
  ///
  /// - Throws: What the body throws.
  static func withTransport<Result>(
    endpoint: TenantEndpoint, settings: Settings,
    _ body: (HTTPTransport) async throws -> Result
  ) async throws -> Result {
    let calls = try configuration(endpoint, settings)
    var files = calls
    // A file is unpacked as it is read, for this limit is on the whole of an answer.
    files.decompression = .disabled
    files.httpVersion = .automatic
    return try await HTTPClient.withHTTPClient(configuration: files) { downloads in
      try await HTTPClient.withHTTPClient(configuration: calls) {
        try await body(
          HTTPTransport(
            endpoint: endpoint, limits: settings.limits, clock: settings.clock,
            now: settings.now, client: $0, downloads: downloads))
      }
    }
  }

  private static func configuration(
    _ endpoint: TenantEndpoint, _ settings: Settings
  ) throws -> HTTPClient.Configuration {
    let limits = settings.limits
    var configuration = HTTPClient.Configuration()
    // A redirected call would take the token, or the change, somewhere else.
    configuration.redirectConfiguration = .disallow
    configuration.timeout = .init(
      connect: TimeAmount(limits.connect), read: TimeAmount(limits.read))
    configuration.connectionPool = .init(
      idleTimeout: .seconds(60), concurrentHTTP1ConnectionsPerHostSoftLimit: limits.connections)
    // Otherwise a refused port, an unknown host or a bad certificate shows only after the time-out.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.decompression = .enabled(limit: .size(limits.answerBytes))
    configuration.httpVersion = endpoint.isOnLoopback ? .http1Only : .automatic
    configuration.dnsOverride = settings.addresses
    configuration.proxy = try settings.network.proxy(for: endpoint)
    configuration.tlsConfiguration = try settings.network.trust()
    return configuration
  }
}
