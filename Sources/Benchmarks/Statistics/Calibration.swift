import FoundationEssentials

/// How fast this machine is just now, so that figures of different runs can be set side by side.
enum Calibration {
  /// How many cores the machine has and how fast it is just now, for the head of a report: "2 cores, …".
  static var machine: String {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    return "\(cores) cores, calibration loop \(run().text(digits: 1)) ms,"
  }

  /// The time of a fixed piece of arithmetic in milliseconds, the best of five.
  static func run() -> Double {
    let clock = ContinuousClock()
    var state: UInt64 = 88_172_645_463_325_252
    let times = (0..<5).map { _ in
      clock.measure {
        for _ in 0..<20_000_000 {
          state ^= state << 13
          state ^= state >> 7
          state ^= state << 17
        }
      }.milliseconds
    }
    // The state is looked at, so that the loop cannot be left out.
    return state == 0 ? 0 : times.min() ?? 0
  }
}
