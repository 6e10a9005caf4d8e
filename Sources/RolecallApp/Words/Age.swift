import FoundationEssentials

/// How long ago something was, in the words of a person who need not know it more exactly.
struct Age {
  /// Seconds since then; negative for what is yet to come.
  let seconds: Double

  init(of date: Date, at now: Date) {
    seconds = now.timeIntervalSince(date)
  }

  /// Whether it is so long ago that somebody should ask whether the access is still needed: over a year.
  var isStale: Bool { seconds > 365 * 86_400 }

  /// The words, such as `2 hours ago`.
  var words: String {
    let day = 86_400.0
    return switch seconds {
    case ..<(-60): "in the future"
    case ..<60: "just now"
    case ..<3_600: Self.count(seconds / 60, "minute")
    case ..<day: Self.count(seconds / 3_600, "hour")
    case ..<(2 * day): "yesterday"
    case ..<(14 * day): Self.count(seconds / day, "day")
    case ..<(60 * day): Self.count(seconds / (7 * day), "week")
    case ..<(730 * day): Self.count(seconds / (30.44 * day), "month")
    default: Self.count(seconds / (365.25 * day), "year")
    }
  }

  private static func count(_ number: Double, _ unit: String) -> String {
    let whole = max(1, Int(number))
    return "\(whole) \(unit)\(whole == 1 ? "" : "s") ago"
  }
}
