import AccessModel
import FoundationEssentials
import ManagementAPI

extension CredentialsError {
  private typealias Variable = CredentialSource.Variable

  /// No tenant was named.
  static var missingDomain: CredentialsError {
    CredentialsError(
      .missingDomain, variables: [Variable.domain.rawValue],
      explanation: Explanation(
        "AUTH0_DOMAIN is not set, so there is no tenant to open.",
        "Set AUTH0_DOMAIN=acme.eu.auth0.com and AUTH0_API_TOKEN, or try rolecall demo"))
  }

  /// What was named as the tenant is no domain.
  static func malformedDomain(_ error: TenantDomainError) -> CredentialsError {
    CredentialsError(
      .malformedDomain, variables: [Variable.domain.rawValue],
      explanation: error.explanation(of: Variable.domain.rawValue))
  }

  /// What was named as a custom domain's audience is no tenant's.
  static func malformedAudience(domain: String) -> CredentialsError {
    CredentialsError(
      .malformedAudience, variables: [Variable.audience.rawValue], domain: domain,
      explanation: Explanation(
        "AUTH0_AUDIENCE is not the audience of a Management API.",
        "Set it as the tenant's tokens have it: https://acme.eu.auth0.com/api/v2/"))
  }

  /// There is no token.
  static func missingToken(domain: String) -> CredentialsError {
    CredentialsError(
      .missingToken, variables: [Variable.apiToken.rawValue, Variable.accessToken.rawValue],
      domain: domain,
      explanation: Explanation(
        "There is no credential for \(domain).",
        "Set AUTH0_API_TOKEN (or AUTH0_ACCESS_TOKEN) to an access token of its Management API; or"
          + " AUTH0_CLIENT_ID with AUTH0_CLIENT_SECRET or AUTH0_CLIENT_ASSERTION_PRIVATE_KEY; or"
          + " ROLECALL_TOKEN_COMMAND; or use --auth0-cli"))
  }

  /// Two variables hold different tokens.
  static func ambiguousToken(domain: String) -> CredentialsError {
    CredentialsError(
      .ambiguousToken, variables: [Variable.apiToken.rawValue, Variable.accessToken.rawValue],
      domain: domain,
      explanation: Explanation(
        "AUTH0_API_TOKEN and AUTH0_ACCESS_TOKEN hold different tokens.",
        "Unset the one that is not for \(domain)"))
  }

  /// The token is for somewhere else, or does not say where it is for.
  static func misplacedToken(
    _ error: TokenPlacementError, in variable: CredentialSource.Variable
  ) -> CredentialsError {
    CredentialsError(
      .misplacedToken, variables: [variable.rawValue], domain: error.domain,
      explanation: error.explanation)
  }

  /// The token has ended.
  static func expiredToken(
    at date: Date, in variable: CredentialSource.Variable, domain: String
  ) -> CredentialsError {
    CredentialsError(
      .expiredToken, variables: [variable.rawValue], domain: domain, expiredAt: date,
      explanation: Explanation(
        "The token in \(variable.rawValue) expired at \(date.formatted(.iso8601)).",
        "Get a new one for \(domain) and set \(variable.rawValue) to it"))
  }
}
