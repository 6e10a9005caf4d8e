/// The allowance of calls: so many at once, refilled at fixed windows of a second.
///
/// A value without a clock; every question names its moment, counted from the bucket's first.
struct TokenBucket: Sendable, Equatable {
  /// What the bucket says to one call.
  struct Verdict: Sendable, Equatable {
    var isAllowed: Bool
    /// The size of the bucket.
    var limit: Int
    /// The calls that are left after this one.
    var remaining: Int
    /// From the bucket's first moment to its next refill.
    var reset: Duration
  }

  let capacity: Int
  /// How many calls each second gives back; may be broken, as in 150 a minute.
  let refillPerSecond: Double
  /// A bucket that never runs empty.
  static let unlimited = TokenBucket(capacity: 1_000_000_000, refillPerSecond: 1e9)

  private var level: Double
  private var window: Int64 = 0

  init(capacity: Int, refillPerSecond: Double) {
    self.capacity = max(1, capacity)
    self.refillPerSecond = max(0, refillPerSecond)
    level = Double(self.capacity)
  }

  /// Takes one call out of the bucket, if it holds one.
  mutating func take(at moment: Duration) -> Verdict {
    let current = max(window, moment.components.seconds)
    level = min(Double(capacity), level + Double(current - window) * refillPerSecond)
    window = current
    // Sums of broken refills fall short of the whole number by a rounding error.
    let isAllowed = level + 1e-9 >= 1
    if isAllowed { level = max(0, level - 1) }
    return Verdict(
      isAllowed: isAllowed, limit: capacity, remaining: Int((level + 1e-9).rounded(.down)),
      reset: .seconds(current + 1))
  }
}
