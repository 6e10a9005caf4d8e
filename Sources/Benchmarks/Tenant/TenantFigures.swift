/// What was measured of a local tenant.
struct TenantFigures {
  /// From the start of the process to the line that says where it listens.
  var start = Duration.zero
  /// The searches, each with the milliseconds that its answers took.
  var searches: [(name: String, times: Sample)] = []
  /// A user's roles at a pace of 2,000 a second beside 100 writes a second, in milliseconds.
  var roles = Sample()
  /// How many of these were answered in a second.
  var pacedRate = 0.0
  /// How many writes were made in a second meanwhile.
  var writeRate = 0.0
  /// How many reads of a user's roles are answered in a second without a pace, beside the writes.
  var fullRate = 0.0
  /// Memory before anything was asked.
  var memoryAtFirst = ProcessFigures.Memory(resident: 0, proportional: 0)
  /// Memory after an export, and after each user was found and read by id; nil without a walk.
  var memoryAfterWalk: ProcessFigures.Memory?
  /// How many users the walk came across.
  var walked = 0
}
