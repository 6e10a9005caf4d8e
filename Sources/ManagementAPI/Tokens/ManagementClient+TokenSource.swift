package import AccessModel

extension ManagementClient {
  /// Runs a body with a client for a tenant, whose tokens come from a source; its connections end with
  /// the body.
  ///
  /// Nothing is sent, and no token obtained, before the first call.
  ///
  /// - Parameters:
  ///   - endpoint: Where the tenant's API is.
  ///   - source: Where tokens come from; one that does not belong to the endpoint is not sent.
  ///   - observer: Told what each answer says about the rate limit, as its head arrives; on any
  ///     thread.
  ///   - tokenObserver: Told each token that was obtained and belongs to the endpoint; on any thread.
  ///   - body: What uses the client.
  /// - Throws: What the body throws.
  package static func withClient<Result>(
    endpoint: TenantEndpoint, source: any TokenSource,
    observer: @escaping @Sendable (RateLimit) -> Void = { _ in },
    tokenObserver: @escaping @Sendable (AccessToken) -> Void = { _ in },
    _ body: (ManagementClient) async throws -> Result
  ) async throws -> Result {
    let settings = HTTPTransport.Settings(for: endpoint)
    return try await HTTPTransport.withTransport(
      endpoint: endpoint, settings: settings, observer: observer
    ) { transport in
      try await TokenCache.withCache(
        endpoint: endpoint, source: source, exchange: transport, now: settings.now,
        observer: tokenObserver
      ) { try await body(ManagementClient(transport: transport, tokens: $0)) }
    }
  }
}
