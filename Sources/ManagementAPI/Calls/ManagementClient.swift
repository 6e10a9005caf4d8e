import AccessModel
import FoundationEssentials

/// A tenant's Management API over HTTP.
///
/// Made by ``withClient(endpoint:source:settings:_:)``, which owns its connections. Copies of it, with
/// another patience or priority, share the connections, the scheduler and the log.
package struct ManagementClient: Sendable {
  /// What the copies of a client share.
  struct Pipeline: Sendable {
    let transport: HTTPTransport
    let tokens: any TokenProviding
    let scheduler: RateLimitScheduler
    let log: APILog
    /// Told what each answer says about the rate limit.
    let observer: @Sendable (RateLimit) -> Void
    /// From 0 to 1, for pauses.
    let chance: @Sendable () -> Double
  }

  let pipeline: Pipeline
  private(set) var patience = Duration.zero
  private(set) var priority = CallPriority.person
  private(set) var share = 100

  /// A client over a pipeline, for a person who would rather see a refusal than wait.
  init(pipeline: Pipeline) { self.pipeline = pipeline }

  /// The same client, whose calls wait for the rate limit and survive failures: a 429 is sent again once
  /// the tenant takes calls, reads are sent again after failures, and either is thrown only after so long
  /// a time in all.
  ///
  /// Without this both are thrown at once, for whoever would rather show them than wait.
  package func waiting(atMost patience: Duration) -> ManagementClient {
    var client = self
    client.patience = patience
    return client
  }

  /// The same client for work that nobody waits for: spread over time, after what people wait for, and
  /// with a share of the rate limit.
  ///
  /// - Parameters:
  ///   - share: How many percent of what the tenant gives may be used: 1 to 100.
  ///   - patience: How long one call may wait in all.
  package func inBackground(
    share: Int = 75, waitingAtMost patience: Duration = .seconds(600)
  ) -> ManagementClient {
    var client = self
    client.priority = .background
    client.share = min(max(share, 1), 100)
    client.patience = patience
    return client
  }

  /// Sends a request and reads what its operation answers.
  func read<Value: Decodable & Sendable>(
    _ type: Value.Type, by request: Request
  ) async throws -> Value {
    let answer = try await perform(request)
    return try answer.decoded(type, for: request.operation)
  }

  /// Sends a request and gives the whole answer, once it is known to be a success.
  func perform(_ request: Request) async throws -> Answer {
    let (answer, token) = try await answer(to: request)
    do {
      try answer.check(for: request.operation)
    } catch {
      throw error.comparingScopes(with: token)
    }
    return answer
  }

  /// What carries its calls.
  var transport: HTTPTransport { pipeline.transport }
}
