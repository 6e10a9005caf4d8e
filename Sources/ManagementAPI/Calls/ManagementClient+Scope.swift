import AccessModel
import NIOPosix

extension ManagementClient {
  /// Runs a body with a client for a tenant; its connections end with the body.
  ///
  /// Nothing is sent, and no connection made, before the first call. TLS certificates are always
  /// checked; redirects are not followed.
  ///
  /// - Parameters:
  ///   - endpoint: Where the tenant's API is.
  ///   - token: The token that calls bear.
  ///   - settings: How to reach it, and who is told what happens.
  ///   - body: What uses the client.
  /// - Throws: ``TokenPlacementError`` where the token does not belong to the endpoint;
  ///   ``NetworkSettings/Fault`` where the network's settings cannot be followed; and what the body throws.
  package static func withClient<Result>(
    endpoint: TenantEndpoint, token: AccessToken, settings: ClientSettings = ClientSettings(),
    _ body: (ManagementClient) async throws -> Result
  ) async throws -> Result {
    try endpoint.validate(token)
    return try await HTTPTransport.withTransport(
      endpoint: endpoint, settings: settings.transport(for: endpoint)
    ) {
      try await body(
        ManagementClient(transport: $0, tokens: FixedToken(token), settings: settings))
    }
  }

  /// Runs a body with a client for a tenant, whose tokens come from a source; its connections end with
  /// the body.
  ///
  /// Nothing is sent, and no token obtained, before the first call.
  ///
  /// - Parameters:
  ///   - endpoint: Where the tenant's API is.
  ///   - source: Where tokens come from; one that does not belong to the endpoint is not sent.
  ///   - settings: How to reach it, and who is told what happens.
  ///   - tokenObserver: Told each token that was obtained and belongs to the endpoint; on any thread.
  ///   - body: What uses the client.
  /// - Throws: ``NetworkSettings/Fault`` where the network's settings cannot be followed; and what the
  ///   body throws.
  package static func withClient<Result>(
    endpoint: TenantEndpoint, source: any TokenSource, settings: ClientSettings = ClientSettings(),
    tokenObserver: @escaping @Sendable (AccessToken) -> Void = { _ in },
    _ body: (ManagementClient) async throws -> Result
  ) async throws -> Result {
    let transportSettings = settings.transport(for: endpoint)
    return try await HTTPTransport.withTransport(endpoint: endpoint, settings: transportSettings) {
      transport in
      try await TokenCache.withCache(
        endpoint: endpoint, source: source, exchange: transport, now: transportSettings.now,
        observer: tokenObserver
      ) {
        try await body(ManagementClient(transport: transport, tokens: $0, settings: settings))
      }
    }
  }

  /// A client over a transport, with a scheduler of its own.
  init(transport: HTTPTransport, tokens: any TokenProviding, settings: ClientSettings) {
    self.init(
      pipeline: Pipeline(
        transport: transport, tokens: tokens,
        scheduler: RateLimitScheduler(clock: EventLoopClock(.singletonMultiThreadedEventLoopGroup)),
        log: settings.log, observer: settings.observer,
        chance: { Double.random(in: 0..<1) }))
  }
}
