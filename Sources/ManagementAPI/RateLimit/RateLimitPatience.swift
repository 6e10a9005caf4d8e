import FoundationEssentials

/// How much longer one call may wait for the tenant's rate limit: bounded in time, not in tries.
///
/// A call that was answered 429 was not carried out, so that a write may be sent again as well.
struct RateLimitPatience: Hashable, Sendable {
  /// What is left of it.
  private(set) var left: Duration

  /// So much patience in all; none waits for nothing.
  init(_ patience: Duration) { left = patience }

  /// How long to wait before the call is sent again; `nil` where its answer stands.
  ///
  /// - Parameter answer: The answer to the call as it was just sent.
  mutating func delay(after answer: Answer) -> Duration? {
    guard answer.status == 429 else { return nil }
    // Clocks differ: what lies in the past, or far ahead, is brought into what buckets are known to take.
    let seconds = answer.retryAt?.timeIntervalSince(answer.receivedAt) ?? 1
    let delay = Duration.seconds(min(max(seconds, Self.shortest), Self.longest))
    guard delay <= left else { return nil }
    left -= delay
    return delay
  }

  /// The bounds of one wait, in seconds: buckets are refilled each second, some each minute.
  private static let shortest = 0.1
  private static let longest = 60.0
}
