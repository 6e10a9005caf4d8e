import Testing

@testable import ManagementAPI

/// How much of the limit programs use, in virtual time.
@Suite("The rate limit in virtual time")
struct RateLimitGoalTests {
  typealias Setting = RateLimitSimulation.Setting

  private static func settings(
    _ kinds: [SimulatedBucket.Kind], rates: [Double], bursts: [Double], programs: Int = 1,
    others: Double = 0, seeds: ClosedRange<UInt64>
  ) -> [Setting] {
    var settings: [Setting] = []
    for kind in kinds {
      for rate in rates {
        for burst in kind == .windows ? [1] : bursts {
          for latency in [0, 0.05, 0.2] {
            for seed in seeds {
              settings.append(
                Setting(
                  kind: kind, rate: rate, burst: burst, latency: latency, programs: programs,
                  others: others, seed: seed))
            }
          }
        }
      }
    }
    return settings
  }

  private static let told: [SimulatedBucket.Kind] = [.windows, .steps]

  @Test(
    "Alone, nearly all of the limit is used and nearly nothing refused",
    arguments: settings(told, rates: [2, 10, 50], bursts: [1, 2.5], seeds: 1...2)
      + settings([.windows], rates: [1_000], bursts: [1], seeds: 4...4)
      + settings([.flow], rates: [10, 50], bursts: [1, 2.5], seeds: 1...1)
      + settings([.flow], rates: [2], bursts: [2.5, 10], seeds: 1...4))
  func alone(setting: Setting) {
    let outcome = RateLimitSimulation.run(setting)
    #expect(outcome.used(of: setting) >= 0.95)
    #expect(outcome.refusals < 0.01)
  }

  @Test(
    "With another client that takes three tenths, nine tenths of the rest are used",
    arguments: settings(told, rates: [2, 10, 50], bursts: [1, 2.5], others: 0.3, seeds: 1...2)
      + settings([.flow], rates: [10, 50], bursts: [1, 2.5], others: 0.3, seeds: 1...1)
      + settings([.flow], rates: [2], bursts: [2.5], others: 0.3, seeds: 1...2))
  func besideAnother(setting: Setting) {
    #expect(RateLimitSimulation.run(setting).used(of: setting) >= 0.9)
  }

  @Test(
    "Of two of ours none starves",
    arguments: settings([.windows], rates: [2, 10, 50], bursts: [1], programs: 2, seeds: 1...3)
      + settings([.steps], rates: [2, 10, 50], bursts: [1, 2.5, 10], programs: 2, seeds: 1...3)
      + settings([.flow], rates: [10, 50], bursts: [1, 2.5, 10], programs: 2, seeds: 1...3))
  func two(setting: Setting) {
    let outcome = RateLimitSimulation.run(setting)
    let sum = Double(outcome.done.reduce(0, +))
    #expect(outcome.done.allSatisfy { Double($0) >= 0.35 * sum }, "\(outcome.done)")
    #expect(outcome.used(of: setting) >= 0.9)
  }

  @Test(
    "Of two where two calls a second come back one by one, each gets its part in the long run",
    arguments: settings([.flow], rates: [2], bursts: [2.5, 10], programs: 2, seeds: 0...0))
  func twoRare(setting: Setting) {
    // Each gets some twenty calls in 20 s, so that chance weighs much in one run.
    let done = (1...UInt64(20)).map { seed in
      var setting = setting
      setting.seed = seed
      return RateLimitSimulation.run(setting).done
    }
    let sum = Double(done.joined().reduce(0, +))
    let smaller = Double(done.compactMap { $0.min() }.reduce(0, +))
    #expect(smaller >= 0.38 * sum, "\(done)")
    #expect(done.allSatisfy { 5 * ($0.min() ?? 0) >= $0.reduce(0, +) }, "\(done)")
  }

  @Test(
    "A share is kept to",
    arguments: SimulatedBucket.Kind.allCases.flatMap { kind in
      [10.0, 50].map {
        Setting(kind: kind, rate: $0, burst: 2.5, latency: 0.05, share: 75, seed: 7)
      }
    })
  func share(setting: Setting) {
    let outcome = RateLimitSimulation.run(setting)
    #expect((0.65...0.8).contains(outcome.used(of: setting)))
    #expect(outcome.refused == [0])
  }
}
