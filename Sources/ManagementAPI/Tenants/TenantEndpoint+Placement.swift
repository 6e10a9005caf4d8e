import AccessModel

extension TenantEndpoint {
  /// Checks that a token belongs here, before a byte of it is sent.
  ///
  /// Its `aud` must hold ``audience``; or, for a domain under `auth0.com`, the audience of the auth0
  /// CLI's tokens; or, for a custom domain, the one that was named for it.
  ///
  /// - Throws: ``TokenPlacementError`` where it does not, or does not say.
  package func validate(_ token: AccessToken) throws(TokenPlacementError) {
    let found = token.claims?.audience ?? []
    guard !accepted.isDisjoint(with: found) else {
      throw TokenPlacementError(at: self, found: found)
    }
  }

  /// The audiences that belong here.
  private var accepted: Set<String> {
    if isOnLoopback { return [audience] }
    guard isCustomDomain else { return [audience, Self.wildcard] }
    guard let customAudience, Self.isManagementAudience(customAudience) else { return [audience] }
    return [audience, customAudience]
  }

  /// The audience of the auth0 CLI's tokens, which are for any tenant of their owner.
  private static let wildcard = "https://*.auth0.com/api/v2/"

  /// Whether a text is the audience of one tenant's Management API, and of nothing else.
  package static func isManagementAudience(_ text: String) -> Bool {
    guard text.hasPrefix("https://"), text.hasSuffix(path) else { return false }
    let domain = text.dropFirst("https://".count).dropLast(path.count)
    return HostAndPort(String(domain))?.domain == String(domain)
  }
}
