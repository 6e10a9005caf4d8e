/// Several measurements of one thing.
struct Sample: Sendable {
  /// What was measured, in the order in which it was.
  var values: [Double] = []

  /// The value that half of all do not exceed.
  var median: Double { percentile(50) }

  /// The value that so many percent do not exceed: one of those measured.
  func percentile(_ percent: Double) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.last else { return .nan }
    let rank = Int((percent / 100 * Double(sorted.count)).rounded(.up)) - 1
    return sorted.indices.contains(rank) ? sorted[rank] : last
  }
}

extension Duration {
  /// In milliseconds.
  var milliseconds: Double { self / .milliseconds(1) }
}
