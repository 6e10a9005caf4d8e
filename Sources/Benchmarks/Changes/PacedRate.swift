import ArgumentParser

/// How many calls a tenant takes: so many at once, and so many more each second.
struct PacedRate: CustomStringConvertible, ExpressibleByArgument {
  let perSecond: Double
  let burst: Int

  /// A rate; unless said, with a burst of five seconds of it, and 100 at most.
  init(_ perSecond: Double, burst: Int? = nil) {
    self.perSecond = perSecond
    self.burst = burst ?? max(1, min(100, Int(perSecond * 5)))
  }

  init?(argument: String) {
    let parts = argument.split(separator: ":")
    guard (1...2).contains(parts.count), let rate = Double(parts[0]), rate > 0 else { return nil }
    guard parts.count == 2 else {
      self.init(rate)
      return
    }
    guard let burst = Int(parts[1]), burst >= 1 else { return nil }
    self.init(rate, burst: burst)
  }

  var description: String { "\(perSecond.text(digits: perSecond < 10 ? 1 : 0)), \(burst)" }
}
