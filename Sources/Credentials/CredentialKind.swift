/// A way in which a token can be had.
enum CredentialKind: Hashable, CaseIterable {
  /// A token as it is.
  case token
  /// An application and its secret.
  case clientSecret
  /// An application and its private key.
  case privateKey
  /// A command that prints a token.
  case command
  /// The session that the auth0 CLI holds.
  case commandLineSession
}
