/// Where tokens come from: an environment, an exchange, a command, another program's session.
package protocol TokenSource: Sendable {
  /// Whether asking again may give another token.
  var isRenewable: Bool { get }

  /// Gets a token; the caller keeps it until it ends.
  ///
  /// - Parameter exchange: The tenant's token endpoint, for sources that use it.
  /// - Throws: An error that says what to do; `CancellationError`.
  func obtainToken(by exchange: any TokenExchange) async throws -> AccessToken
}
