package import FoundationEssentials

/// A moment to the millisecond, written as the API writes it: `2023-01-25T19:00:32.884Z`.
///
/// Two timestamps are equal where they are written alike, so that one that was kept in a file can be
/// compared with one that the tenant sends.
package struct Timestamp: Hashable, Sendable, Comparable {
  /// Milliseconds since 1970, UTC.
  package let milliseconds: Int64

  /// A moment, in milliseconds since 1970; what lies outside the years 0 to 9999 is moved to their edge.
  package init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, Self.first), Self.last)
  }

  /// A date, to the nearest millisecond.
  package init(_ date: Date) {
    let milliseconds = (date.timeIntervalSince1970 * 1_000).rounded()
    let bounded = min(max(milliseconds, Double(Self.first)), Double(Self.last))
    self.init(milliseconds: bounded.isNaN ? 0 : Int64(bounded))
  }

  /// The same moment as a date.
  package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1_000) }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// 0000-01-01 and the last millisecond of 9999.
  private static let first: Int64 = -62_167_219_200_000
  private static let last: Int64 = 253_402_300_799_999
}

extension Timestamp: CustomStringConvertible {
  /// The moment as the API writes it.
  package var description: String {
    let (day, rest) = Self.divided(milliseconds, by: 86_400_000)
    let date = Self.civil(day)
    return Self.padded(date.year, 4) + "-" + Self.padded(date.month, 2) + "-"
      + Self.padded(date.day, 2) + "T" + Self.padded(rest / 3_600_000, 2) + ":"
      + Self.padded(rest / 60_000 % 60, 2) + ":" + Self.padded(rest / 1_000 % 60, 2) + "."
      + Self.padded(rest % 1_000, 3) + "Z"
  }

  /// A moment written exactly as ``description`` writes it; `nil` for anything else.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 24, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "."),
      bytes[23] == UInt8(ascii: "Z"),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), let hour = Self.number(bytes[11..<13]),
      let minute = Self.number(bytes[14..<16]), let second = Self.number(bytes[17..<19]),
      let millisecond = Self.number(bytes[20..<23]),
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 60
    else { return nil }
    let days = Self.days(year: year, month: month, day: day)
    // The 31st of April is no day: it would come back as the 1st of May.
    guard Self.civil(days) == (year, month, day) else { return nil }
    self.init(
      milliseconds: days * 86_400_000 + hour * 3_600_000 + minute * 60_000 + second * 1_000
        + millisecond)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
    var number: Int64 = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    return number
  }

  private static func padded(_ number: Int64, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  private static func divided(_ number: Int64, by divisor: Int64) -> (Int64, Int64) {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  /// Days since 1970 of a date of the Gregorian calendar, by counting in 400-year cycles from March.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let (cycle, yearOfCycle) = divided(shifted, by: 400)
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    return cycle * 146_097 + dayOfCycle - 719_468
  }

  private static func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (cycle, dayOfCycle) = divided(days + 719_468, by: 146_097)
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }
}

extension Timestamp: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let timestamp = Timestamp(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a moment to the millisecond")
    }
    self = timestamp
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
