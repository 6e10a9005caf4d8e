import AccessModel
package import FoundationEssentials
import ManagementAPI

/// What an environment says about which tenant to open, with which token, and how carefully.
///
/// `AUTH0_DOMAIN` with `AUTH0_API_TOKEN` or `AUTH0_ACCESS_TOKEN`, which the Terraform provider and the
/// deploy CLI read; `AUTH0_AUDIENCE` for a custom domain; `ROLECALL_PRODUCTION`, `ROLECALL_READ_ONLY`
/// and `ROLECALL_PRIVILEGED_ROLES`. An empty variable counts as not set.
package struct CredentialSource: Hashable, Sendable {
  /// A variable of the environment that is read.
  enum Variable: String, CaseIterable {
    case domain = "AUTH0_DOMAIN"
    case apiToken = "AUTH0_API_TOKEN"
    case accessToken = "AUTH0_ACCESS_TOKEN"
    case audience = "AUTH0_AUDIENCE"
    case production = "ROLECALL_PRODUCTION"
    case readOnly = "ROLECALL_READ_ONLY"
    case privilegedRoles = "ROLECALL_PRIVILEGED_ROLES"
  }

  let domain: String?
  let apiToken: Secret?
  let accessToken: Secret?
  let audience: String?
  let marks: SessionMarks

  /// Takes from an environment what concerns a tenant, and keeps nothing else of it.
  package init(environment: [String: String]) {
    func value(_ variable: Variable) -> String? {
      let text = environment[variable.rawValue]?.trimmed
      return text?.isEmpty == false ? text : nil
    }
    domain = value(.domain)
    apiToken = value(.apiToken).map(Secret.init)
    accessToken = value(.accessToken).map(Secret.init)
    audience = value(.audience)
    marks = SessionMarks(
      production: value(.production), readOnly: value(.readOnly),
      privilegedRoles: value(.privilegedRoles))
  }

  /// Makes out the tenant and the token, before anything is sent.
  ///
  /// - Parameter now: The time, to tell whether the token has ended.
  /// - Throws: ``CredentialsError`` where something is missing, malformed or ambiguous, and where the
  ///   token is for somewhere else or has ended.
  package func resolve(now: Date) throws(CredentialsError) -> ResolvedCredentials {
    let endpoint = try endpoint()
    let token = AccessToken(try secret(for: endpoint.domain))
    do {
      try endpoint.validate(token)
    } catch {
      throw .misplacedToken(error, in: variable)
    }
    if let expiresAt = token.claims?.expiresAt, expiresAt <= now {
      throw .expiredToken(at: expiresAt, in: variable, domain: endpoint.domain)
    }
    return ResolvedCredentials(
      endpoint: endpoint, token: token, session: marks.session(at: endpoint, with: token))
  }

  private func endpoint() throws(CredentialsError) -> TenantEndpoint {
    guard let domain else { throw .missingDomain }
    let endpoint: TenantEndpoint
    do {
      endpoint = try TenantEndpoint(domain: domain, audience: audience)
    } catch {
      throw .malformedDomain(error)
    }
    // Elsewhere the variable may be set for another program's API, and means nothing here.
    if endpoint.isCustomDomain, let audience, !TenantEndpoint.isManagementAudience(audience) {
      throw .malformedAudience(domain: endpoint.domain)
    }
    return endpoint
  }

  private func secret(for domain: String) throws(CredentialsError) -> Secret {
    guard let secret = apiToken ?? accessToken else { throw .missingToken(domain: domain) }
    guard accessToken == nil || accessToken == secret else {
      throw .ambiguousToken(domain: domain)
    }
    return secret
  }

  /// Where the token was found.
  private var variable: Variable { apiToken == nil ? .accessToken : .apiToken }
}
