package import AccessModel
package import FoundationEssentials

/// Why there is no token to open a tenant with; never holds one.
package struct CredentialsError: Error, Hashable, Sendable {
  /// What is wrong; switch on this, never on a sentence.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    /// No tenant was named.
    case missingDomain
    /// What was named as the tenant is no domain.
    case malformedDomain
    /// What was named as a custom domain's audience is no tenant's.
    case malformedAudience
    /// There is no token.
    case missingToken
    /// Two variables hold different tokens.
    case ambiguousToken
    /// The token is for somewhere else, or does not say where it is for.
    case misplacedToken
    /// The token has ended.
    case expiredToken
  }

  /// What is wrong.
  package let code: Code
  /// The names of the variables that it is about, in the order to look at them.
  package let variables: [String]
  /// The tenant's domain, where it is known.
  package let domain: String?
  /// When the token ended, for `expiredToken`.
  package let expiredAt: Date?
  /// What is wrong, and what to do about it.
  package let explanation: Explanation

  /// An error from its parts.
  init(
    _ code: Code, variables: [String], domain: String? = nil, expiredAt: Date? = nil,
    explanation: Explanation
  ) {
    self.code = code
    self.variables = variables
    self.domain = domain
    self.expiredAt = expiredAt
    self.explanation = explanation
  }
}
