/// Exchanges a grant for a token at the tenant's `POST /oauth/token`, without bearing one.
package protocol TokenExchange: Sendable {
  /// The token that the tenant issues for a grant.
  ///
  /// - Throws: `APIError` where it issues none; `CancellationError`.
  func token(for grant: TokenGrant) async throws -> AccessToken
}
