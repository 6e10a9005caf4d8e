import FoundationEssentials

/// A moment, to the millisecond, as the API spells it: `2023-01-25T19:00:32.884Z`.
struct Timestamp: Sendable, Hashable, Comparable {
  /// Since the beginning of 1970, without leap seconds.
  var milliseconds: Int64

  init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  init(_ date: Date) {
    milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded())
  }

  static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The moment this much later.
  func advanced(bySeconds seconds: Int64) -> Timestamp {
    Timestamp(milliseconds: milliseconds + seconds * 1000)
  }
}

extension Timestamp {
  private static let millisecondsPerDay: Int64 = 86_400_000

  /// The moment as ISO 8601 in UTC with milliseconds.
  var text: String { "\(date)T\(time)Z" }

  /// The moment as a checkpoint cursor holds it, with microseconds: `2023-03-14 13:41:28.961000UTC`.
  var cursorText: String { "\(date) \(time)000UTC" }

  private var days: Int64 {
    let (quotient, remainder) = milliseconds.quotientAndRemainder(
      dividingBy: Self.millisecondsPerDay)
    return remainder < 0 ? quotient - 1 : quotient
  }

  private var date: String {
    let date = CivilDate(days: days)
    return "\(Self.padded(date.year, 4))-\(Self.padded(date.month, 2))-\(Self.padded(date.day, 2))"
  }

  private var time: String {
    let rest = milliseconds - days * Self.millisecondsPerDay
    let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60)
    let (second, milli) = (rest / 1000 % 60, rest % 1000)
    return "\(Self.padded(hour, 2)):\(Self.padded(minute, 2)):\(Self.padded(second, 2))."
      + Self.padded(milli, 3)
  }

  private static func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
