/// A text of switches, `name=value,name=value;name=value`, taken apart.
///
/// The names are told apart by the one who reads them; each is read once.
struct SwitchList {
  private var values: [String: String] = [:]
  /// The names that were asked for, which are those that there are.
  private var known: [String] = []
  private let text: String

  /// Takes a text apart.
  ///
  /// - Throws: ``SwitchError`` where a part has no name or no value, or a name comes twice.
  init(_ text: String) throws(SwitchError) {
    self.text = text
    for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = Self.trimmed(sides[0])
      guard sides.count == 2, !name.isEmpty, !Self.trimmed(sides[1]).isEmpty else {
        throw SwitchError(text: String(part), problem: "is not of the form name=value")
      }
      guard values.updateValue(Self.trimmed(sides[1]), forKey: name) == nil else {
        throw SwitchError(text: name, problem: "is given twice")
      }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Reads a value, once; nil where the text does not have that name.
  mutating func take<Value>(
    _ name: String, _ expected: String, _ read: (String) -> Value?
  ) throws(SwitchError) -> Value? {
    known.append(name)
    guard let text = values.removeValue(forKey: name) else { return nil }
    guard let value = read(text) else {
      throw SwitchError(text: "\(name)=\(text)", problem: "is not \(expected)")
    }
    return value
  }

  /// A chance from 0 to 1.
  mutating func chance(_ name: String) throws(SwitchError) -> Double? {
    try take(name, "a chance from 0 to 1") { text in
      Double(text).flatMap { (0...1).contains($0) ? $0 : nil }
    }
  }

  /// `yes` or `no`.
  mutating func bool(_ name: String) throws(SwitchError) -> Bool? {
    try take(name, "yes or no") { ["yes": true, "no": false][$0] }
  }

  /// A whole number.
  mutating func number(
    _ name: String, in range: ClosedRange<Int>
  ) throws(SwitchError) -> Int? {
    let bounds = "\(range.lowerBound) to \(range.upperBound)"
    return try take(name, "a whole number from \(bounds)") { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// A whole number of milliseconds, such as `250` or `250ms`, or of seconds, such as `2s`.
  mutating func duration(_ name: String) throws(SwitchError) -> Duration? {
    try take(name, "a time such as 250ms or 2s", Self.time)
  }

  /// One of several words, each of which stands for a value.
  mutating func word<Value: RawRepresentable<String> & CaseIterable>(
    _ name: String, _: Value.Type
  ) throws(SwitchError) -> Value? {
    let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
    return try take(name, "one of \(words)") { Value(rawValue: $0) }
  }

  /// Ends the reading.
  ///
  /// - Throws: ``SwitchError`` for a name that nobody asked for.
  func finish() throws(SwitchError) {
    guard let stranger = values.keys.min() else { return }
    throw SwitchError(
      text: stranger, problem: "is unknown; there are \(known.joined(separator: ", "))")
  }

  /// `250`, `250ms` or `2s`; a day where it is more.
  static func time(_ text: String) -> Duration? {
    let (digits, factor) =
      text.hasSuffix("ms")
      ? (text.dropLast(2), 1) : text.hasSuffix("s") ? (text.dropLast(), 1000) : (text[...], 1)
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int64(digits), number <= 86_400_000
    else { return nil }
    return .milliseconds(min(number * Int64(factor), 86_400_000))
  }
}

/// A text of switches that cannot be read.
package struct SwitchError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The part that is wrong.
  package let text: String
  /// What is wrong with it, as the rest of a sentence that begins with the part.
  package let problem: String

  /// The sentence.
  package var description: String { "\"\(text)\" \(problem)" }
}
