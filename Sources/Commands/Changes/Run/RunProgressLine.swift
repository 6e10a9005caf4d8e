import AccessModel

/// How far a run has come, in one line for a terminal.
struct RunProgressLine {
  /// How many columns the bar takes.
  private static let barWidth = 20

  /// What the line says.
  let text: String

  /// The line of a run's latest update.
  ///
  /// - Parameters:
  ///   - update: The update.
  ///   - limit: What the tenant last said about its rate limit; `nil` where it did not say.
  ///   - share: How much of it the run takes, in percent.
  ///   - now: What time it is.
  init(_ update: RunUpdate, limit: RateLimit?, share: Int, now: Timestamp) {
    let progress = update.progress
    let filled = Int((progress.madeFraction * Double(Self.barWidth)).rounded(.down))
    let bar =
      String(repeating: "#", count: filled)
      + String(repeating: "-", count: Self.barWidth - filled)
    var parts = ["[\(bar)] \(progress.made) of \(progress.total)"]
    switch update.phase {
    case .preparing: parts.append("reading")
    case .trying: parts.append("trying the first few")
    case .verifying: parts.append("verifying")
    case .changing, .ended: break
    }
    if progress.alreadySo > 0 { parts.append("\(progress.alreadySo) so already") }
    if progress.failed > 0 { parts.append("\(progress.failed) failed") }
    if progress.unknown > 0 { parts.append("\(progress.unknown) not known") }
    if progress.sent > 0 { parts.append("\(progress.sent) to be verified") }
    let rate = progress.rate(at: now).flatMap { $0 > 0 ? $0 : nil }
    if let rate {
      let tenths = Int((rate * 10).rounded())
      parts.append("\(tenths / 10).\(tenths % 10)/s")
    }
    if let seconds = Self.seconds(update, rate, limit, share), seconds > 0 {
      parts.append("about \(PlanPreview.words(seconds: seconds)) to go")
    }
    if let limit { parts.append("\(limit.remaining) requests left") }
    text = parts.joined(separator: ", ")
  }

  /// How long it still takes: by what the tenant gives back, but no less than what is seen.
  private static func seconds(
    _ update: RunUpdate, _ rate: Double?, _ limit: RateLimit?, _ share: Int
  ) -> Int? {
    guard update.phase != .ended, update.pause == nil else { return nil }
    let byRefill = RunProgress.secondsToGo(
      calls: update.callsLeft, remaining: limit?.remaining, refill: limit?.refillPerSecond,
      share: share)
    let byRate = rate.map { Double(update.progress.left) / $0 }
    return [byRefill, byRate].compactMap(\.self).max().map { Int($0.rounded(.up)) }
  }
}
