package import AccessModel

/// A token that was not sent, because it is for somewhere else, or does not say where it is for.
package struct TokenPlacementError: ExplainedError, Hashable, Sendable {
  /// Where it was to go.
  package let domain: String
  /// The audience that a token needs to go there.
  package let expected: String
  /// The audiences that it has; none where it does not say.
  package let found: [String]
  private let isCustomDomain: Bool

  /// An error about a token with the audiences found.
  init(at endpoint: TenantEndpoint, found: [String]) {
    domain = endpoint.domain
    expected = endpoint.customAudience ?? endpoint.audience
    self.found = found
    isCustomDomain = endpoint.isCustomDomain
  }

  /// Why the token stays here, and which one to get.
  package var explanation: Explanation {
    Explanation(
      found.isEmpty
        ? "The token does not say which tenant it is for, so it was not sent to \(domain)."
        : "The token is for \(audiences), so it was not sent to \(domain).",
      isCustomDomain
        ? "Set AUTH0_AUDIENCE to the audience of the tenant's tokens, or AUTH0_DOMAIN to its own"
          + " auth0.com domain"
        : "Get a token with the audience \(expected)")
  }

  private var audiences: String {
    found.prefix(3).joined(separator: ", ") + (found.count > 3 ? ", …" : "")
  }
}
