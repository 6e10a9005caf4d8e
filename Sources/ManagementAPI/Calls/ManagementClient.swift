import AccessModel

/// A tenant's Management API over HTTP.
///
/// Made by ``withClient(endpoint:token:observer:_:)``, which owns its connections.
package struct ManagementClient: Sendable {
  let transport: HTTPTransport
  let tokens: any TokenProviding
  private var patience = Duration.zero

  /// A client over a transport, whose calls bear these tokens.
  init(transport: HTTPTransport, tokens: any TokenProviding) {
    self.transport = transport
    self.tokens = tokens
  }

  /// The same client, whose calls wait for the rate limit: a 429 is sent again once the tenant takes
  /// calls, and thrown only after so long a time in all.
  ///
  /// Without this a 429 is thrown at once, for whoever would rather show it than wait.
  package func waiting(atMost patience: Duration) -> ManagementClient {
    var client = self
    client.patience = patience
    return client
  }

  /// Sends a request and reads what its operation answers.
  func read<Value: Decodable & Sendable>(
    _ type: Value.Type, by request: Request
  ) async throws -> Value {
    try await answer(to: request).decoded(type, for: request.operation)
  }

  /// Sends a request and gives the whole answer, once it is known to be a success.
  func perform(_ request: Request) async throws -> Answer {
    let answer = try await answer(to: request)
    try answer.check(for: request.operation)
    return answer
  }

  /// The tenant's answer, after having waited for the rate limit as long as there is patience.
  private func answer(to request: Request) async throws -> Answer {
    var patience = RateLimitPatience(patience)
    while true {
      let answer = try await transport.answer(to: request, bearing: tokens.token())
      guard let delay = patience.delay(after: answer) else { return answer }
      try await transport.clock.sleep(for: delay)
    }
  }
}
