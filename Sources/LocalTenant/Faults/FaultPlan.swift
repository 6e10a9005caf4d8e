/// What is to happen to one request besides its answer.
struct FaultPlan: Sendable, Equatable {
  /// An error of the server's own.
  struct ServerError: Sendable, Equatable {
    var status: Int
    /// Whether the request is carried out nevertheless.
    var isCarriedOut: Bool
  }

  var latency: Duration
  var fault: TenantConfiguration.Faults.Kind?
  /// Whether the request falls into a storm of 429s.
  var isInStorm: Bool
  /// Which server error it is to be, where it is one.
  var serverError: ServerError
}

extension TenantConfiguration.Faults {
  private static let serverErrors = [500, 502, 503, 504]

  /// The plan for one request, counted from 0: the same for the same seed and number.
  func plan(request number: Int) -> FaultPlan {
    var random = SplitMix64(seed: seed).fork(UInt64(number) &+ 1)
    let span = (latency.upperBound - latency.lowerBound).milliseconds
    let delay =
      latency.lowerBound + .milliseconds(Int64(random.fraction() * Double(span + 1)))
    var draw = random.fraction()
    // In the order of the cases: that of a dictionary changes from run to run.
    let fault = Kind.allCases.first { kind in
      draw -= chances[kind] ?? 0
      return draw < 0
    }
    var weather = SplitMix64(seed: ~seed).fork(UInt64(number / stormLength) &+ 1)
    return FaultPlan(
      latency: min(delay, latency.upperBound), fault: fault,
      isInStorm: weather.happens(stormChance),
      serverError: FaultPlan.ServerError(
        status: random.pick(Self.serverErrors), isCarriedOut: random.happens(0.5)))
  }
}
