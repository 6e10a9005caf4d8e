package import AccessModel
package import FoundationEssentials
import ManagementAPI

/// Why there is no token to open a tenant with; never holds one.
package struct CredentialsError: ExplainedError, Hashable {
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
    /// There is more than one kind of credential.
    case conflictingCredentials
    /// There is a secret or a key, but no client id.
    case missingClientID
    /// There is a client id, but neither secret nor key.
    case missingProof
    /// The file with the key cannot be read.
    case unreadableKeyFile
    /// What was given as the key is none that can sign.
    case malformedKey
    /// The algorithm is none that Auth0 takes.
    case unknownAlgorithm
    /// The command cannot be split into words.
    case malformedCommand
    /// The command gave no token.
    case commandFailed
    /// The auth0 CLI holds no session, or none for the tenant.
    case missingSession
    /// The auth0 CLI's file is not as it writes it.
    case unreadableSession
    /// The auth0 CLI's session has ended.
    case expiredSession
    /// The keyring with the auth0 CLI's session cannot be asked.
    case unreachableKeyring
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
