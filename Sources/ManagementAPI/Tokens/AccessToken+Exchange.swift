import FoundationEssentials

extension AccessToken {
  /// Takes in a token that an exchange gave, and what the answer said beside where the token itself
  /// does not say it.
  init(_ secret: Secret, scope: String?, endsAt: Date?) {
    let token = AccessToken(secret)
    var claims = token.claims
    if claims?.scopes == nil, let scope {
      claims?.scopes = Set(scope.split(separator: " ").map(String.init))
    }
    if claims?.expiresAt == nil { claims?.expiresAt = endsAt }
    self.init(secret: secret, claims: claims)
  }
}
