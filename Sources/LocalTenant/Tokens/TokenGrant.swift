/// What a token that was checked permits.
struct TokenGrant: Sendable, Equatable {
  /// The application that the token was given to.
  var clientID: String
  var scopes: Set<String>
}
