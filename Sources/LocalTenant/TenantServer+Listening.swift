import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import Logging

/// What a tenant listens with.
extension TenantServer {
  var clock: TenantClock { TenantClock(skew: configuration.faults.skew) }

  /// Heads far beyond what is answered are read, so that they get an answer at all.
  private static let heads = HTTP1Channel.Configuration(
    httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
      maxHeaderFieldSize: 2_097_152, maxHeaderListSize: 2_097_152))
  static let logger = Logger(label: "LocalTenant") { _ in SwiftLogNoOpLogHandler() }

  func opened(
    on port: Int, _ certificates: TenantCertificates?
  ) async throws -> TenantAddress {
    var address = TenantAddress(
      port: port, names: configuration.tls?.names ?? ["localhost"],
      certificateAuthority: certificates?.authority)
    issuers.all =
      configuration.unknowns.customDomainsAreAudiences
      ? address.issuers : Array(address.issuers.prefix(1))
    let origin = address.url
    store.write { $0.setOrigin(origin) }
    address.token = try await token()
    address.clientID = ClientApplication.management.id
    address.clientSecret = secret
    return address
  }

  func application(
    _ certificates: TenantCertificates?, onPort: @escaping @Sendable (Int) -> Void
  ) -> some ApplicationProtocol {
    let clock = clock
    let management = ManagementEndpoint(
      store: store, authority: authority,
      rateLimit: RateLimit(LimitTable(configuration), skew: configuration.faults.skew),
      issuers: issuers, clock: clock)
    let open = PublicEndpoint(
      store: store, authority: authority, codes: codes, secret: secret,
      assertions: configuration.applicationPublicKey.map { ClientAssertion(publicKey: $0) },
      issuers: issuers, clock: clock)
    let connections = connections
    return Application(
      responder: TenantResponder(
        management: management, open: open, recorder: recorder, configuration: configuration),
      server: HTTPServerBuilder { responder in
        guard let certificates else {
          return ListedChannel(
            base: HTTP1Channel(responder: responder, configuration: Self.heads),
            connections: connections)
        }
        return ListedChannel(
          base: try HTTP2UpgradeChannel(
            tlsConfiguration: try certificates.configuration,
            configuration: HTTP2UpgradeChannel.Configuration(streamConfiguration: Self.heads),
            responder: responder),
          connections: connections)
      },
      configuration: ApplicationConfiguration(
        address: .hostname("127.0.0.1", port: configuration.port)),
      onServerRunning: { channel in
        if let port = channel.localAddress?.port { onPort(port) }
      },
      logger: Self.logger)
  }
}
