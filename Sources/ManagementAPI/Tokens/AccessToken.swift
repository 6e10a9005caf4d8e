package import FoundationEssentials

/// An access token of the Management API: the secret, and what it says about itself.
///
/// Auth0's tokens for this API are JWTs. Their signature is the tenant's to check; here the claims only
/// decide where the token may go, and what the program offers.
package struct AccessToken: Hashable, Sendable {
  /// What a token says about itself.
  package struct Claims: Hashable, Sendable {
    /// Whom it is for (`aud`): `https://DOMAIN/api/v2/`, one or several.
    package var audience: [String]
    /// What it may do (`scope`); `nil` where it does not say.
    package var scopes: Set<String>?
    /// When it ends (`exp`); `nil` where it does not say.
    package var expiresAt: Date?
    /// Who it speaks for (`sub`): a user, or `CLIENT_ID@clients`.
    package var subject: String?
    /// The application it was issued to (`azp`).
    package var clientID: String?

    /// Claims from their parts.
    package init(
      audience: [String], scopes: Set<String>? = nil, expiresAt: Date? = nil,
      subject: String? = nil, clientID: String? = nil
    ) {
      self.audience = audience
      self.scopes = scopes
      self.expiresAt = expiresAt
      self.subject = subject
      self.clientID = clientID
    }
  }

  /// The token itself.
  package let secret: Secret
  /// What it says; `nil` for a token that is no JWT, and for one whose claims cannot be read.
  package let claims: Claims?

  /// A token whose claims are known.
  init(secret: Secret, claims: Claims?) {
    self.secret = secret
    self.claims = claims
  }

  /// Takes a token in and reads its claims.
  ///
  /// - Parameter secret: The token as issued, without `Bearer`.
  package init(_ secret: Secret) {
    self.secret = secret
    claims = Claims(token: secret.exposed)
  }
}
