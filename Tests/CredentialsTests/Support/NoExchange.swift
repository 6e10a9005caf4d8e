import ManagementAPI
import Testing

/// An exchange that nobody may use.
struct NoExchange: TokenExchange {
  func token(for grant: TokenGrant) async throws -> AccessToken {
    Issue.record("no exchange was expected")
    throw CancellationError()
  }
}
