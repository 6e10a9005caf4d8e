/// Has the token that a call bears; asked before each.
package protocol TokenProviding: Sendable {
  /// The token to use now.
  ///
  /// - Throws: `APIError` where none can be had; `CancellationError`.
  func token() async throws -> AccessToken

  /// Another token, after the tenant answered a call that bore one with 401.
  ///
  /// - Parameter refused: The token that the call bore.
  /// - Returns: `nil` where no other can be had.
  /// - Throws: As ``token()`` does.
  func token(replacing refused: AccessToken) async throws -> AccessToken?
}
