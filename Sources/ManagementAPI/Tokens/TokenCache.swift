import AccessModel
package import FoundationEssentials
import Synchronization

/// Keeps the token of a ``TokenSource`` in memory, and obtains another one before it ends.
///
/// However many calls need a token, the source is asked once; a call that is cancelled meanwhile does
/// not end the asking for the others. A token that does not belong to the endpoint is never given out.
package final class TokenCache: TokenProviding {
  private struct Waiter {
    var want: TokenLedger.Want
    var continuation: CheckedContinuation<AccessToken?, any Error>
  }

  private struct State {
    var ledger: TokenLedger
    var waiters: [Int: Waiter] = [:]
    var lastWaiter = 0
    var isClosed = false
  }

  private let endpoint: TenantEndpoint
  private let source: any TokenSource
  private let now: @Sendable () -> Date
  private let observer: @Sendable (AccessToken) -> Void
  private let state: Mutex<State>
  private let orders: AsyncStream<Void>
  private let order: AsyncStream<Void>.Continuation

  private init(
    endpoint: TenantEndpoint, source: any TokenSource, now: @escaping @Sendable () -> Date,
    observer: @escaping @Sendable (AccessToken) -> Void
  ) {
    self.endpoint = endpoint
    self.source = source
    self.now = now
    self.observer = observer
    state = Mutex(State(ledger: TokenLedger(isRenewable: source.isRenewable)))
    (orders, order) = AsyncStream.makeStream(of: Void.self)
  }

  /// Runs a body with a cache, which obtains tokens until the body ends.
  ///
  /// Nothing is obtained before the first token is asked for.
  ///
  /// - Parameters:
  ///   - endpoint: Where the tokens are to go.
  ///   - source: Where they come from.
  ///   - exchange: The tenant's token endpoint, for sources that use it.
  ///   - now: The time of day.
  ///   - observer: Told each token that was obtained and belongs to the endpoint; on any thread.
  /// - Throws: What the body throws.
  package static func withCache<Result>(
    endpoint: TenantEndpoint, source: any TokenSource, exchange: any TokenExchange,
    now: @escaping @Sendable () -> Date,
    observer: @escaping @Sendable (AccessToken) -> Void = { _ in },
    _ body: (TokenCache) async throws -> Result
  ) async throws -> Result {
    let cache = TokenCache(endpoint: endpoint, source: source, now: now, observer: observer)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await cache.run(by: exchange) }
      defer { group.cancelAll() }
      return try await body(cache)
    }
  }

  package func token() async throws -> AccessToken {
    guard let token = try await answer(to: .any) else {
      throw APIError(.unauthorized, .getToken, message: "there is none")
    }
    return token
  }

  package func token(replacing refused: AccessToken) async throws -> AccessToken? {
    try await answer(to: .replacement(of: refused))
  }

  /// Answers at once, or once the obtaining that is under way has ended.
  private func answer(to want: TokenLedger.Want) async throws -> AccessToken? {
    let number = state.withLock { state in
      state.lastWaiter += 1
      return state.lastWaiter
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        // The question and the waiting are one step, so that no end of an obtaining is missed.
        let result: Result<AccessToken?, any Error>? = state.withLock { state in
          if Task.isCancelled || state.isClosed { return .failure(CancellationError()) }
          let decision = state.ledger.decide(want, now: now())
          if decision.obtains { order.yield() }
          switch decision.answer {
          case .use(let token): return .success(token)
          case .noOther: return .success(nil)
          case .ended(let end): return .failure(ended(at: end))
          case .wait:
            state.waiters[number] = Waiter(want: want, continuation: continuation)
            return nil
          }
        }
        if let result { continuation.resume(with: result) }
      }
    } onCancel: {
      let waiter = state.withLock { $0.waiters.removeValue(forKey: number) }
      waiter?.continuation.resume(throwing: CancellationError())
    }
  }

  /// Obtains a token for each order, until the scope ends.
  private func run(by exchange: any TokenExchange) async {
    for await _ in orders {
      var failure: (any Error)?
      var obtained: AccessToken?
      do {
        obtained = try await self.obtained(by: exchange)
      } catch {
        failure = error
      }
      if let obtained { observer(obtained) }
      settle(obtained, failure: failure)
    }
    close()
  }

  /// A token of the source that belongs to the endpoint.
  private func obtained(by exchange: any TokenExchange) async throws -> AccessToken {
    do {
      let token = try await source.obtainToken(by: exchange)
      try endpoint.validate(token)
      return token
    } catch let error as APIError {
      throw error
    } catch let error as any ExplainedError {
      throw APIError(.unauthorized, .getToken, explained: error.explanation)
    } catch let error as CancellationError {
      throw error
    } catch {
      throw APIError(.unauthorized, .getToken, message: "\(type(of: error))")
    }
  }

  private func settle(_ token: AccessToken?, failure: (any Error)?) {
    let ends: [(Waiter, Result<AccessToken?, any Error>)] = state.withLock { state in
      let now = now()
      if let token { state.ledger.take(token, now: now) } else { state.ledger.fail(now: now) }
      defer { state.waiters = [:] }
      return state.waiters.values.map { waiter in
        (waiter, state.ledger.outcome(for: waiter.want, failure: failure, now: now))
      }
    }
    for (waiter, result) in ends { waiter.continuation.resume(with: result) }
  }

  /// Lets everybody go who waits, and whoever comes.
  private func close() {
    let waiters = state.withLock { state in
      defer { state.waiters = [:] }
      state.isClosed = true
      return Array(state.waiters.values)
    }
    for waiter in waiters { waiter.continuation.resume(throwing: CancellationError()) }
  }

  private func ended(at end: Date) -> APIError {
    APIError(
      .unauthorized, .getToken,
      explained: Explanation(
        "The token for \(endpoint.domain) expired at \(end.formatted(.iso8601)).",
        "Get a new one and start again."))
  }
}
