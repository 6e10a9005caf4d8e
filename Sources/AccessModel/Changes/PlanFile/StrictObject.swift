/// A JSON object of which every key must be asked for: what nobody asked for is refused.
struct StrictObject {
  private enum Value {
    case text(String)
    case number(Int)
    case flag(Bool)
    case object(StrictObject)
    case other
  }

  private var members: [(key: String, value: Value)] = []
  private let line: Int

  /// How deep objects may stand within each other.
  private static let depthLimit = 3

  /// Reads a whole line.
  init(_ bytes: ArraySlice<UInt8>, line: Int) throws(PlanFileError) {
    // The scanner would repair what is no UTF-8.
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw PlanFileError(.notText, line: line)
    }
    var scanner = JSONScanner(bytes: Array(bytes))
    do {
      guard try scanner.peek() == UInt8(ascii: "{") else {
        throw PlanFileError(.notAnObject, line: line)
      }
      self = try StrictObject(&scanner, line: line, depth: 1)
      try scanner.expectEnd()
    } catch {
      throw Self.fault(error, line: line)
    }
  }

  private init(_ scanner: inout JSONScanner, line: Int, depth: Int) throws {
    self.line = line
    guard depth <= Self.depthLimit else {
      throw RawJSON.Malformed(.tooDeep, offset: scanner.offset)
    }
    try scanner.expect("{")
    guard try !scanner.take("}") else { return }
    repeat {
      let key = Self.text(&scanner, try scanner.string())
      try scanner.expect(":")
      guard !members.contains(where: { $0.key.utf8.elementsEqual(key.utf8) }) else {
        throw PlanFileError(.duplicateKey(key), line: line)
      }
      members.append((key, try Self.value(&scanner, line: line, depth: depth)))
    } while try scanner.take(",")
    try scanner.expect("}")
  }

  private static func value(
    _ scanner: inout JSONScanner, line: Int, depth: Int
  ) throws -> Value {
    switch try scanner.peek() {
    case UInt8(ascii: "{"): return .object(try StrictObject(&scanner, line: line, depth: depth + 1))
    case UInt8(ascii: "\""): return .text(text(&scanner, try scanner.string()))
    case UInt8(ascii: "["): throw PlanFileError(.unusableValue("["), line: line)
    default:
      let literal = scanner.text(try scanner.scalar())
      switch literal {
      case "true": return .flag(true)
      case "false": return .flag(false)
      default:
        guard literal.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }),
          let number = Int(literal)
        else { return .other }
        return .number(number)
      }
    }
  }

  private static func text(_ scanner: inout JSONScanner, _ range: Range<Int>) -> String {
    let literal = scanner.text(range)
    guard literal.utf8.contains(UInt8(ascii: "\\")) else {
      return String(literal.unicodeScalars.dropFirst().dropLast())
    }
    return JSONText(literal: literal).text
  }

  private static func fault(_ error: any Error, line: Int) -> PlanFileError {
    switch error {
    case let error as PlanFileError: error
    case let error as RawJSON.Malformed: PlanFileError(.malformed(error), line: line)
    default: PlanFileError(.notAnObject, line: line)
    }
  }

  /// Whether it has a key.
  func has(_ key: String) -> Bool { members.contains { $0.key == key } }

  private mutating func take(_ key: String) -> Value? {
    guard let place = members.firstIndex(where: { $0.key == key }) else { return nil }
    return members.remove(at: place).value
  }

  /// Takes a text of people; `nil` where the key is absent.
  mutating func text(_ key: String) throws(PlanFileError) -> String? {
    guard let value = take(key) else { return nil }
    guard case .text(let text) = value, text.utf8.count <= PlanFile.textLimit else {
      throw PlanFileError(.unusableValue(key), line: line)
    }
    return text
  }

  /// Takes a text that decides: an id, an identifier, a name of the API's.
  ///
  /// - Parameter isPlain: Whether it is one of Auth0's own ids, which are letters, digits and marks of
  ///   ASCII.
  mutating func identifier(
    _ key: String, isPlain: Bool = false
  ) throws(PlanFileError) -> String {
    guard let text = try text(key) else { throw PlanFileError(.missingKey(key), line: line) }
    guard !text.isEmpty, text.utf8.count <= PlanFile.identifierLimit else {
      throw PlanFileError(.unusableValue(key), line: line)
    }
    guard !isPlain || text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw PlanFileError(.unusableValue(key), line: line)
    }
    guard !text.unicodeScalars.contains(where: \.isForbiddenInID) else {
      throw PlanFileError(.hiddenCharacters(key), line: line)
    }
    return text
  }

  /// Takes a moment; `nil` where the key is absent.
  mutating func moment(_ key: String) throws(PlanFileError) -> Timestamp? {
    guard let text = try text(key) else { return nil }
    guard let moment = Timestamp(text) else {
      throw PlanFileError(.unusableValue(key), line: line)
    }
    return moment
  }

  /// Takes a whole number from 0.
  mutating func number(_ key: String) throws(PlanFileError) -> Int {
    guard let value = take(key) else { throw PlanFileError(.missingKey(key), line: line) }
    guard case .number(let number) = value else {
      throw PlanFileError(.unusableValue(key), line: line)
    }
    return number
  }

  /// Takes a truth value; `nil` where the key is absent.
  mutating func flag(_ key: String) throws(PlanFileError) -> Bool? {
    guard let value = take(key) else { return nil }
    guard case .flag(let flag) = value else {
      throw PlanFileError(.unusableValue(key), line: line)
    }
    return flag
  }

  /// Takes an object, all of whose keys must be taken; `nil` where the key is absent.
  mutating func object<Result>(
    _ key: String, _ read: (inout StrictObject) throws(PlanFileError) -> Result
  ) throws(PlanFileError) -> Result? {
    guard let value = take(key) else { return nil }
    guard case .object(var object) = value else {
      throw PlanFileError(.unusableValue(key), line: line)
    }
    let result = try read(&object)
    try object.expectEmpty()
    return result
  }

  /// Refuses what was not asked for.
  func expectEmpty() throws(PlanFileError) {
    if let member = members.first {
      throw PlanFileError(.unknownKey(String(member.key.prefix(40))), line: line)
    }
  }
}
