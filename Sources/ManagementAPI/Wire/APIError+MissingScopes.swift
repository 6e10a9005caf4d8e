import AccessModel

extension APIError {
  /// The same error, with the scopes that the tenant named and the token lacks.
  ///
  /// What a token may do is in its own `scope` claim; where it has none, nothing is known.
  func comparingScopes(with token: AccessToken) -> APIError {
    guard !expectedScopes.isEmpty, let scopes = token.claims?.scopes else { return self }
    var error = self
    error.missingScopes = expectedScopes.filter { !scopes.contains($0) }
    return error
  }
}
