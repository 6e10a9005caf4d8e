import AccessModel

/// Where a tenant's Management API is, and which tokens belong there.
package struct TenantEndpoint: Hashable, Sendable {
  /// The domain in lower case, with a port where it has one: `acme.eu.auth0.com`, `127.0.0.1:4400`.
  package let domain: String
  /// The address under which the API's paths begin: https, and http for this machine alone.
  package let baseURL: String
  /// The audience that was named for a custom domain.
  let customAudience: String?

  /// An endpoint at a domain.
  ///
  /// - Parameters:
  ///   - domain: A host with an optional port; nothing else.
  ///   - audience: What tokens for a custom domain name instead of it, which is the tenant's own
  ///     `https://TENANT.auth0.com/api/v2/`. It has no effect for `*.auth0.com` and for this machine,
  ///     whose audience is known.
  /// - Throws: ``TenantDomainError`` where the domain is none.
  package init(domain: String, audience: String? = nil) throws(TenantDomainError) {
    guard let address = HostAndPort(domain) else { throw TenantDomainError(about: domain) }
    self.domain = address.domain
    baseURL = (Tenant.isLoopback(domain: address.domain) ? "http://" : "https://") + address.domain
    customAudience = audience
  }

  /// Whether it is on this machine.
  package var isOnLoopback: Bool { Tenant.isLoopback(domain: domain) }

  /// Whether it is a domain of the tenant's owner, in front of the tenant's own.
  package var isCustomDomain: Bool { !isOnLoopback && !domain.hasSuffix(".auth0.com") }

  /// The audience of tokens for this domain, which ends in a slash: `https://DOMAIN/api/v2/`.
  package var audience: String { baseURL + Self.path }

  /// The audience that a token for this domain is asked for with: the tenant's own.
  package var tokenAudience: String {
    isCustomDomain ? customAudience ?? audience : audience
  }

  /// Whom an application's proof is made out to, which ends in a slash: `https://DOMAIN/`.
  package var issuer: String { baseURL + "/" }

  /// The path of the Management API.
  static let path = "/api/v2/"
}
