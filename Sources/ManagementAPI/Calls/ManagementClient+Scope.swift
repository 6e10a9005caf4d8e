package import AccessModel

extension ManagementClient {
  /// Runs a body with a client for a tenant; its connections end with the body.
  ///
  /// Nothing is sent, and no connection made, before the first call. TLS certificates are always
  /// checked; redirects are not followed.
  ///
  /// - Parameters:
  ///   - endpoint: Where the tenant's API is.
  ///   - token: The token that calls bear.
  ///   - observer: Told what each answer says about the rate limit, as its head arrives; on any
  ///     thread.
  ///   - body: What uses the client.
  /// - Throws: ``TokenPlacementError`` where the token does not belong to the endpoint; and what the
  ///   body throws.
  package static func withClient<Result>(
    endpoint: TenantEndpoint, token: AccessToken,
    observer: @escaping @Sendable (RateLimit) -> Void = { _ in },
    _ body: (ManagementClient) async throws -> Result
  ) async throws -> Result {
    try endpoint.validate(token)
    return try await HTTPTransport.withTransport(
      endpoint: endpoint, settings: .init(for: endpoint), observer: observer
    ) {
      try await body(ManagementClient(transport: $0, tokens: FixedToken(token)))
    }
  }
}
