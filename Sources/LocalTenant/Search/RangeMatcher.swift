/// A range of a query, made ready to be compared with any kind of value.
struct RangeMatcher: Sendable {
  private let range: SearchRange
  private let numbers: (lower: Double?, upper: Double?)
  private let spans: (lower: TimeSpan?, upper: TimeSpan?)

  init(_ range: SearchRange) {
    self.range = range
    numbers = (range.lower.flatMap { Double($0.text) }, range.upper.flatMap { Double($0.text) })
    spans = (range.lower.flatMap { TimeSpan($0.text) }, range.upper.flatMap { TimeSpan($0.text) })
  }

  /// Whether a value lies within the range.
  func matches(_ value: FieldValue) -> Bool {
    switch value {
    case .text(let value): matches(text: value)
    case .number(let value): matches(number: value)
    case .bool: false
    case .moment(let value): matches(moment: value)
    }
  }

  /// Whether a text lies within the range, in the order of its characters.
  func matches(text: String) -> Bool {
    if let lower = range.lower {
      guard lower.isInclusive ? text >= lower.text : text > lower.text else { return false }
    }
    if let upper = range.upper {
      guard upper.isInclusive ? text <= upper.text : text < upper.text else { return false }
    }
    return true
  }

  private func matches(number: Double) -> Bool {
    if let lower = range.lower {
      guard let bound = numbers.lower else { return false }
      guard lower.isInclusive ? number >= bound : number > bound else { return false }
    }
    if let upper = range.upper {
      guard let bound = numbers.upper else { return false }
      guard upper.isInclusive ? number <= bound : number < bound else { return false }
    }
    return true
  }

  /// An inclusive bound takes in the whole stretch that it names, an exclusive one leaves it out.
  private func matches(moment: Timestamp) -> Bool {
    if let lower = range.lower {
      guard let bound = spans.lower else { return false }
      guard moment >= (lower.isInclusive ? bound.start : bound.end) else { return false }
    }
    if let upper = range.upper {
      guard let bound = spans.upper else { return false }
      guard moment < (upper.isInclusive ? bound.end : bound.start) else { return false }
    }
    return true
  }
}
