import FoundationEssentials

/// A time as Go writes it (`RFC3339Nano`): `2026-08-20T10:00:00.1+02:00`, with 0 to 9 digits of a second.
struct NanosecondTimestamp: Hashable, Sendable {
  /// The time.
  let date: Date

  /// Reads a time; `nil` for anything else, and for years before 1970, as Go's zero time is.
  init?(_ text: String) {
    let pattern =
      /(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):(\d\d))/
      .asciiOnlyDigits()
    guard let match = text.wholeMatch(of: pattern)?.output else { return nil }
    func number(_ part: Substring?) -> Int { part.flatMap { Int($0) } ?? 0 }
    let (year, month, day) = (number(match.1), number(match.2), number(match.3))
    let (hour, minute, second) = (number(match.4), number(match.5), number(match.6))
    let (offsetHour, offsetMinute) = (number(match.9), number(match.10))
    guard year >= 1970, (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day),
      hour < 24, minute < 60, second <= 60, offsetHour < 24, offsetMinute < 60
    else { return nil }
    let ahead = (offsetHour * 60 + offsetMinute) * 60 * (match.8 == "-" ? -1 : 1)
    let seconds =
      Self.daysSince1970(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - ahead
    let fraction = match.7.flatMap { Double("0." + $0) } ?? 0
    date = Date(timeIntervalSince1970: Double(seconds) + fraction)
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let before = year - 1
    let leaps = before / 4 - before / 100 + before / 400 - 477
    let months = (1..<month).reduce(0) { $0 + days(in: $1, of: year) }
    return (year - 1970) * 365 + leaps + months + day - 1
  }
}
