@testable import ManagementAPI

/// A tenant's rate limit in virtual time, of one of the kinds that there are.
struct SimulatedBucket {
  enum Kind: String, Sendable, CaseIterable {
    /// As many calls in each second, which begins anywhere.
    case windows
    /// So many at once, and so many back with each second.
    case steps
    /// So many at once, and so many back a second, one by one.
    case flow
  }

  let kind: Kind
  let rate: Double
  let burst: Double
  /// Where seconds begin.
  let phase: Double
  /// By how much the tenant's clock is ahead.
  let skew: Double
  private var level: Double
  private var second: Double
  private var last = 0.0

  init(kind: Kind, rate: Double, burst: Double, phase: Double, skew: Double) {
    self.kind = kind
    self.rate = rate
    self.burst = kind == .windows ? rate : burst
    self.phase = phase
    self.skew = skew
    level = self.burst
    second = (-phase).rounded(.down)
  }

  /// Counts a call that arrives at a time.
  mutating func take(at time: Double) -> RateLimitReading {
    let current = (time - phase).rounded(.down)
    switch kind {
    case .windows: if current > second { level = burst }
    case .steps: level = min(burst, level + rate * (current - second))
    case .flow: level = min(burst, level + rate * (time - last))
    }
    second = current
    last = time
    let isTaken = level >= 1 - 1e-9
    if isTaken { level -= 1 }
    let reset = kind == .flow ? time + 1 / rate : current + 1 + phase
    return RateLimitReading(
      limit: Int(burst), remaining: Int(level + 1e-9), reset: Int((reset + skew).rounded(.up)),
      isRefusal: !isTaken)
  }
}
