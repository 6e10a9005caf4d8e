import FoundationEssentials

extension CreatedAtSplitter.Part {
  /// The search for this part of what a search finds; `nil` for everybody.
  func lucene(within search: String?) -> String? {
    let condition: String
    switch self {
    case .all: return search
    case .created(let range):
      let (lower, upper) = (Self.text(range.lowerBound), Self.text(range.upperBound))
      condition = "created_at:[\(lower) TO \(upper)]"
    case .undated: condition = "NOT _exists_:created_at"
    }
    guard let search else { return condition }
    return "(\(search)) AND \(condition)"
  }

  /// A time as the API spells it: `2023-01-25T19:00:32.884Z`.
  static func text(_ milliseconds: Int64) -> String {
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1_000)
    // Rounded down before 1970 as well.
    let whole = rest < 0 ? seconds - 1 : seconds
    let fraction = String(rest < 0 ? rest + 1_000 : rest)
    let date = Date(timeIntervalSince1970: TimeInterval(whole)).formatted(.iso8601)
    let digits = String(repeating: "0", count: 3 - fraction.count) + fraction
    return date.dropLast() + ".\(digits)Z"
  }

  /// A date in milliseconds since 1970.
  static func milliseconds(_ date: Date) -> Int64? {
    Int64(exactly: (date.timeIntervalSince1970 * 1_000).rounded())
  }
}
