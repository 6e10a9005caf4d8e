import FoundationEssentials

/// The machine's clock as the tenant has it, which can be ahead or behind.
struct TenantClock: Sendable, Equatable {
  /// How many seconds the tenant is ahead.
  var skew = 0

  var now: Date { Date().addingTimeInterval(Double(skew)) }
}
