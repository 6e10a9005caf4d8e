import AccessModel
import FoundationEssentials
import Synchronization
import Testing

@testable import ManagementAPI

@Suite("Tokens are obtained once for all who wait", .timeLimit(.minutes(5)))
struct TokenCacheTests {
  /// A source that gives numbered tokens, each when it is let.
  private final class NumberedSource: TokenSource {
    let isRenewable: Bool
    let audience: String
    private let count = Mutex(0)
    private let permits: AsyncStream<Result<Void, APIError>>
    private let permit: AsyncStream<Result<Void, APIError>>.Continuation
    let asked: AsyncStream<Int>
    private let ask: AsyncStream<Int>.Continuation

    init(isRenewable: Bool = true, audience: String = "http://127.0.0.1:1/api/v2/") {
      self.isRenewable = isRenewable
      self.audience = audience
      (permits, permit) = AsyncStream.makeStream()
      (asked, ask) = AsyncStream.makeStream()
    }

    var times: Int { count.withLock { $0 } }

    func give(_ result: Result<Void, APIError> = .success(())) { permit.yield(result) }

    func token(_ number: Int) -> AccessToken {
      AccessToken(
        Secret(TestToken.text(payload: #"{"aud":"\#(audience)","sub":"\#(number)"}"#)))
    }

    func obtainToken(by exchange: any TokenExchange) async throws -> AccessToken {
      let number = count.withLock { count in
        count += 1
        return count
      }
      ask.yield(number)
      for await result in permits {
        try result.get()
        return token(number)
      }
      throw CancellationError()
    }
  }

  /// An exchange that nobody may use.
  private struct NoExchange: TokenExchange {
    func token(for grant: TokenGrant) async throws -> AccessToken {
      Issue.record("no exchange was expected")
      throw CancellationError()
    }
  }

  private static func withCache<Result>(
    _ source: NumberedSource, observer: @escaping @Sendable (AccessToken) -> Void = { _ in },
    _ body: (TokenCache) async throws -> Result
  ) async throws -> Result {
    try await TokenCache.withCache(
      endpoint: TenantEndpoint(domain: "127.0.0.1:1"), source: source, exchange: NoExchange(),
      now: { LoopbackServer.now }, observer: observer, body)
  }

  @Test("A hundred callers at once: the source is asked once, and again once after a refusal")
  func manyCallers() async throws {
    let source = NumberedSource()
    source.give()
    source.give()
    try await Self.withCache(source) { cache in
      let first = try await Self.gather(100) { try await cache.token() }
      #expect(first == Array(repeating: source.token(1), count: 100))
      let second = try await Self.gather(100) {
        try await cache.token(replacing: source.token(1))
      }
      #expect(second == Array(repeating: source.token(2), count: 100))
      #expect(source.times == 2)
    }
  }

  @Test("A caller that is cancelled goes at once, and the others get what it began")
  func cancelledCaller() async throws {
    let source = NumberedSource()
    try await Self.withCache(source) { cache in
      try await withThrowingTaskGroup(of: AccessToken.self) { group in
        await withThrowingTaskGroup(of: Void.self) { cancelled in
          cancelled.addTask { _ = try await cache.token() }
          for await _ in source.asked { break }
          cancelled.cancelAll()
          await #expect(throws: CancellationError.self) { try await cancelled.waitForAll() }
        }
        for _ in 0..<10 { group.addTask { try await cache.token() } }
        source.give()
        for try await token in group { #expect(token == source.token(1)) }
      }
      #expect(source.times == 1)
    }
  }

  @Test("A failure is thrown to everybody who waits, and the next one asks again")
  func failure() async throws {
    let source = NumberedSource()
    let failure = APIError(.unreachable, .getToken)
    source.give(.failure(failure))
    try await Self.withCache(source) { cache in
      await #expect(throws: failure) { try await cache.token() }
      source.give()
      let token = try await cache.token()
      #expect(token == source.token(2))
    }
  }

  @Test("A token for somewhere else is never given out, and that is an error with a sentence")
  func misplaced() async throws {
    let source = NumberedSource(audience: "https://acme.eu.auth0.com/api/v2/")
    source.give()
    let observer: @Sendable (AccessToken) -> Void = { _ in Issue.record("it was given out") }
    try await Self.withCache(source, observer: observer) { cache in
      let error = await #expect(throws: APIError.self) { try await cache.token() }
      #expect(error?.code == .unauthorized)
      #expect(error?.operation == .getToken)
      #expect(
        error?.explanation(tenant: "t").problem
          == "The token is for https://acme.eu.auth0.com/api/v2/, so it was not sent to 127.0.0.1:1."
      )
    }
  }

  @Test("One that cannot be renewed is obtained once, and has no other")
  func fixed() async throws {
    let source = NumberedSource(isRenewable: false)
    source.give()
    let seen = Mutex<[AccessToken]>([])
    let observer: @Sendable (AccessToken) -> Void = { token in seen.withLock { $0.append(token) } }
    try await Self.withCache(source, observer: observer) { cache in
      let token = try await cache.token()
      #expect(try await cache.token(replacing: token) == nil)
      #expect(try await cache.token() == token)
    }
    #expect(source.times == 1)
    #expect(seen.withLock { $0 } == [source.token(1)])
  }

  @Test("Who still waits when the scope ends is let go, and whoever comes after it")
  func end() async throws {
    let source = NumberedSource()
    let cache = try await withThrowingTaskGroup(of: Void.self) { group in
      let cache = try await Self.withCache(source) { cache in
        group.addTask {
          await #expect(throws: CancellationError.self) { try await cache.token() }
        }
        for await _ in source.asked { break }
        return cache
      }
      try await group.waitForAll()
      return cache
    }
    await #expect(throws: CancellationError.self) { try await cache.token() }
  }

  private static func gather<Value: Sendable>(
    _ count: Int, _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> [Value] {
    try await withThrowingTaskGroup(of: Value.self) { group in
      for _ in 0..<count { group.addTask { try await body() } }
      var values: [Value] = []
      for try await value in group { values.append(value) }
      return values
    }
  }
}
