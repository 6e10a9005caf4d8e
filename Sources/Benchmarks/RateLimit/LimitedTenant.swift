import FoundationEssentials
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server on this machine that answers every call with 204, or with 429 beyond its limit, and counts.
final class LimitedTenant: Sendable {
  /// What a client's calls came to.
  struct Count: Sendable {
    var taken = 0
    var refused = 0
  }

  private struct State {
    var bucket: LimitedBucket
    var counts: [String: Count] = [:]
    var isCounting = false
  }

  private let state: Mutex<State>
  private let began = NIODeadline.now()
  private let beganAt: Double
  private let latency: Duration

  private init(_ cell: RateLimitCell) {
    state = Mutex(
      State(
        bucket: LimitedBucket(
          kind: cell.kind, rate: cell.rate, phase: Double.random(in: 0..<1))))
    beganAt = Date().timeIntervalSince1970 + Double(cell.skew)
    latency = cell.latency
  }

  /// Runs a body beside a server.
  static func run<Result>(
    _ cell: RateLimitCell, _ body: (LimitedTenant, _ domain: String) async throws -> Result
  ) async throws -> Result {
    let tenant = LimitedTenant(cell)
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let listener = try await ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 1_024)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(LimitedHandler(tenant: tenant))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let result: Result
    do {
      result = try await body(tenant, "127.0.0.1:\(listener.localAddress?.port ?? 0)")
    } catch {
      try await listener.close()
      try await group.shutdownGracefully()
      throw error
    }
    try await listener.close()
    try await group.shutdownGracefully()
    return result
  }

  /// Half of what a call takes longer.
  var oneWay: TimeAmount { TimeAmount(latency / 2) }

  /// Counts from now on, or no longer.
  func count(_ isCounting: Bool) { state.withLock { $0.isCounting = isCounting } }

  /// What a client's calls came to while they were counted.
  func count(of client: String) -> Count { state.withLock { $0.counts[client] ?? Count() } }

  /// Takes a call of a client.
  func take(from client: String) -> LimitedBucket.Verdict {
    let time = Double((NIODeadline.now() - began).nanoseconds) / 1e9
    return state.withLock { state in
      let verdict = state.bucket.take(at: time)
      if state.isCounting {
        state.counts[client, default: Count()].taken += verdict.isTaken ? 1 : 0
        state.counts[client, default: Count()].refused += verdict.isTaken ? 0 : 1
      }
      return verdict
    }
  }

  /// The whole second, by the server's clock, at or after a time since its beginning.
  func wholeSecond(_ time: Double) -> Int { Int((beganAt + time).rounded(.up)) }
}
