package import FoundationEssentials

/// What the tenant last said about its rate limit, in `x-ratelimit-*`.
package struct RateLimit: Hashable, Sendable {
  /// How many calls the bucket holds.
  package var limit: Int
  /// How many are left.
  package var remaining: Int
  /// When the bucket is filled again, by the tenant's clock in whole seconds.
  package var resetsAt: Date?

  /// A state of the bucket.
  package init(limit: Int, remaining: Int, resetsAt: Date?) {
    self.limit = limit
    self.remaining = remaining
    self.resetsAt = resetsAt
  }
}
