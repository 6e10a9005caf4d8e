/// The stretch of time that a written date stands for: `2025-12` is a whole month.
struct TimeSpan: Sendable, Equatable {
  /// Its first moment.
  let start: Timestamp
  /// The first moment after it.
  let end: Timestamp

  /// Reads a year, a month, a day or a moment, as ISO 8601 in UTC.
  init?(_ text: String) {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let fields = halves[0].split(separator: "-", omittingEmptySubsequences: false)
    let numbers = fields.compactMap { Self.digits($0) }
    guard (1...3).contains(fields.count), numbers.count == fields.count, fields[0].count == 4
    else { return nil }
    let year = numbers[0]
    guard numbers.count == 3 else {
      guard halves.count == 1 else { return nil }
      let month = numbers.count == 2 ? numbers[1] : 1
      let next =
        numbers.count == 1 ? (year + 1, 1) : month == 12 ? (year + 1, 1) : (year, month + 1)
      guard let first = CivilDate(year: year, month: month, day: 1),
        let last = CivilDate(year: next.0, month: next.1, day: 1)
      else { return nil }
      start = Self.midnight(first.days)
      end = Self.midnight(last.days)
      return
    }
    guard let days = CivilDate(year: year, month: numbers[1], day: numbers[2])?.days else {
      return nil
    }
    guard halves.count == 2 else {
      start = Self.midnight(days)
      end = Self.midnight(days + 1)
      return
    }
    guard let (offset, width) = Self.timeOfDay(halves[1]) else { return nil }
    start = Timestamp(milliseconds: days * 86_400_000 + offset)
    end = Timestamp(milliseconds: start.milliseconds + width)
  }

  private static func midnight(_ days: Int64) -> Timestamp {
    Timestamp(milliseconds: days * 86_400_000)
  }

  private static func digits(_ text: Substring) -> Int64? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int64(text)
  }

  /// The milliseconds since midnight and how many of them the text leaves open.
  private static func timeOfDay(_ text: Substring) -> (offset: Int64, width: Int64)? {
    var text = text
    if text.last == "Z" { text.removeLast() }
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(fields.count), let hour = digits(fields[0]), hour < 24 else {
      return nil
    }
    guard fields.count > 1 else { return (hour * 3_600_000, 3_600_000) }
    guard let minute = digits(fields[1]), minute < 60 else { return nil }
    let offset = hour * 3_600_000 + minute * 60_000
    guard fields.count > 2 else { return (offset, 60_000) }
    let seconds = fields[2].split(separator: ".", omittingEmptySubsequences: false)
    guard seconds.count <= 2, let second = digits(seconds[0]), second < 60 else { return nil }
    guard seconds.count == 2 else { return (offset + second * 1000, 1000) }
    let fraction = (seconds[1] + "000").prefix(3)
    guard let millisecond = digits(fraction), digits(seconds[1]) != nil else { return nil }
    return (offset + second * 1000 + millisecond, 1)
  }
}
