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
  ///   - remaining: How many calls the tenant's bucket holds; `nil` where it did not say.
  ///   - now: What time it is.
  init(_ update: RunUpdate, remaining: Int?, now: Timestamp) {
    let progress = update.progress
    let filled = Int((progress.fraction * Double(Self.barWidth)).rounded(.down))
    let bar =
      String(repeating: "#", count: filled)
      + String(repeating: "-", count: Self.barWidth - filled)
    var parts = ["[\(bar)] \(progress.ended) of \(progress.total)"]
    switch update.phase {
    case .preparing: parts.append("reading")
    case .trying: parts.append("trying the first few")
    case .verifying: parts.append("verifying")
    case .changing, .ended: break
    }
    if progress.alreadySo > 0 { parts.append("\(progress.alreadySo) so already") }
    if progress.failed > 0 { parts.append("\(progress.failed) failed") }
    if progress.unknown > 0 { parts.append("\(progress.unknown) not known") }
    if let rate = progress.rate(at: now), rate > 0 {
      let tenths = Int((rate * 10).rounded())
      parts.append("\(tenths / 10).\(tenths % 10)/s")
      let seconds = Int((Double(progress.total - progress.ended) / rate).rounded(.up))
      if seconds > 0 { parts.append("about \(PlanPreview.words(seconds: seconds)) to go") }
    }
    if let remaining { parts.append("\(remaining) requests left") }
    text = parts.joined(separator: ", ")
  }
}
