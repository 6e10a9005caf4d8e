/// A tenant's allowance of calls, by the seconds since the server began.
struct LimitedBucket: Sendable {
  /// What one call is told.
  struct Verdict: Sendable {
    let isTaken: Bool
    let limit: Int
    let remaining: Int
    /// When more comes, from the server's beginning.
    let reset: Double
  }

  private let kind: LimitKind
  private let rate: Double
  private let burst: Double
  private let phase: Double
  private var level: Double
  private var second: Double
  private var last = 0.0

  /// A full bucket.
  ///
  /// - Parameter phase: Where seconds begin, from 0 to 1.
  init(kind: LimitKind, rate: Int, phase: Double) {
    self.kind = kind
    self.rate = Double(rate)
    burst = kind == .windows ? Double(rate) : (2.5 * Double(rate)).rounded()
    self.phase = phase
    level = burst
    second = (-phase).rounded(.down)
  }

  /// Counts a call.
  mutating func take(at time: Double) -> Verdict {
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
    return Verdict(
      isTaken: isTaken, limit: Int(burst), remaining: Int(level + 1e-9),
      reset: kind == .flow ? time + 1 / rate : current + 1 + phase)
  }
}
