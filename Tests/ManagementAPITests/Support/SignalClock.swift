/// A clock on which time passes only when a test says so: each signal ends one sleep.
struct SignalClock: Clock {
  let signals: AsyncStream<Void>
  private let signal: AsyncStream<Void>.Continuation

  init() { (signals, signal) = AsyncStream.makeStream(of: Void.self) }

  /// Ends the next sleep, or the one that lasts.
  func pass() { signal.yield() }

  var now: ContinuousClock.Instant { ContinuousClock.now }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
    for await _ in signals { return }
    throw CancellationError()
  }
}
