import FoundationEssentials
import Synchronization

/// The tenant's allowance of calls, on the machine's clock.
final class RateLimit: Sendable {
  private let bucket: Mutex<TokenBucket>
  private let opened = ContinuousClock.now
  private let openedAt = Date()

  init(_ bucket: TokenBucket) {
    self.bucket = Mutex(bucket)
  }

  /// Counts one call that comes now.
  func take() -> TokenBucket.Verdict {
    let moment = ContinuousClock.now - opened
    return bucket.withLock { $0.take(at: moment) }
  }

  /// The moment of the next refill in whole UNIX seconds, never before it.
  func resetSeconds(_ verdict: TokenBucket.Verdict) -> Int {
    Int((openedAt.timeIntervalSince1970 + Double(verdict.reset.components.seconds)).rounded(.up))
  }
}
