/// A word of a query, made ready to be compared with any kind of value.
struct FieldMatcher: Sendable {
  private let text: TextMatcher
  private let number: Double?
  private let bool: Bool?
  private let span: TimeSpan?

  init(_ pattern: TextPattern) {
    text = TextMatcher(pattern, isFolded: false)
    let literal = pattern.literal
    number = literal.flatMap { Double($0) }
    bool = literal.flatMap { Bool($0) }
    span = literal.flatMap { TimeSpan($0) }
  }

  /// Whether a value is what the word says: a day stands for each of its moments.
  func matches(_ value: FieldValue) -> Bool {
    switch value {
    case .text(let value): text.matches(value)
    case .number(let value): value == number
    case .bool(let value): value == bool
    case .moment(let value):
      if let span { span.start <= value && value < span.end } else { text.matches(value.text) }
    }
  }
}
