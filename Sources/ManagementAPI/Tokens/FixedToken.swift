/// One token, for which there is no other.
struct FixedToken: TokenProviding {
  private let fixed: AccessToken

  /// The token that every call bears.
  init(_ token: AccessToken) { fixed = token }

  func token() async throws -> AccessToken { fixed }

  func token(replacing refused: AccessToken) async throws -> AccessToken? { nil }
}
