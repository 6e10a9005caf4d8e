import FoundationEssentials
import Synchronization

/// The tenant's allowance of calls, on the machine's clock.
final class RateLimit: Sendable {
  /// What the buckets say to one call.
  struct Verdict: Sendable, Equatable {
    /// The bucket that the answer's headers describe: the one that refused the call, or else the
    /// narrowest that it was taken from.
    var bucket: TokenBucket.Verdict
    /// Whether the bucket is the one for all calls.
    var isGlobal: Bool

    /// Whether the call may be answered.
    var isAllowed: Bool { bucket.isAllowed }
  }

  private let table: Mutex<LimitTable>
  private let opened = ContinuousClock.now
  private let openedAt: Date

  /// Full buckets, on a clock that is `skew` seconds ahead.
  init(_ table: LimitTable, skew: Int = 0) {
    self.table = Mutex(table)
    openedAt = Date().addingTimeInterval(Double(skew))
  }

  /// Counts one call that comes now: against the bucket for all calls first, then its family's.
  func take(_ family: LimitFamily) -> Verdict {
    let moment = ContinuousClock.now - opened
    return table.withLock { table in
      let global = table.global?.take(at: moment)
      if let global, !global.isAllowed { return Verdict(bucket: global, isGlobal: true) }
      if let own = table.families[family]?.take(at: moment) {
        return Verdict(bucket: own, isGlobal: false)
      }
      if let global { return Verdict(bucket: global, isGlobal: true) }
      let rest = table.families[.other, default: .unlimited].take(at: moment)
      return Verdict(bucket: rest, isGlobal: false)
    }
  }

  /// The moment of the next refill in whole UNIX seconds, never before it.
  func resetSeconds(_ verdict: Verdict) -> Int {
    let seconds = Double(verdict.bucket.reset.components.seconds)
    return Int((openedAt.timeIntervalSince1970 + seconds).rounded(.up))
  }
}
