package import FoundationEssentials

/// What the tenant last said about its rate limit, in `x-ratelimit-*`, and what was learned from it.
package struct RateLimit: Hashable, Sendable {
  /// How many calls the bucket holds.
  package var limit: Int
  /// How many are left.
  package var remaining: Int
  /// When the bucket is filled again, by the tenant's clock in whole seconds.
  package var resetsAt: Date?
  /// How many calls come back a second, as far as it was seen; `nil` before.
  package var refillPerSecond: Double?
  /// How many calls of this program wait for their turn.
  package var waiting: Int

  /// A state of the bucket.
  package init(
    limit: Int, remaining: Int, resetsAt: Date?, refillPerSecond: Double? = nil, waiting: Int = 0
  ) {
    self.limit = limit
    self.remaining = remaining
    self.resetsAt = resetsAt
    self.refillPerSecond = refillPerSecond
    self.waiting = waiting
  }
}
