/// What one answer says about the rate limit of the calls it belongs to.
struct RateLimitReading: Hashable, Sendable {
  /// How many calls the tenant takes at once; `nil` where it does not say.
  var limit: Int?
  /// How many were left after the call.
  var remaining: Int?
  /// When more come, in whole seconds of the tenant's clock, which may be any time off.
  var reset: Int?
  /// Whether the call was refused for the rate limit, which is to say not carried out.
  var isRefusal = false
  /// Whether the refusal is for all calls of the tenant.
  var isGlobal = false
  /// How long the tenant asks to wait, in whole seconds.
  var retryAfter: Int?
}
