/// Reads JSON from bytes, one token after the other, without keeping any of it.
///
/// It checks the grammar of RFC 8259, so that whatever it accepts has the structure that it says.
struct JSONScanner {
  private let bytes: [UInt8]
  /// The offset of the next byte.
  private(set) var offset = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The text between two offsets; ill-formed UTF-8 is repaired.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The next byte that is no white space, without taking it.
  mutating func peek() throws(RawJSON.Malformed) -> UInt8 {
    skipSpace()
    guard offset < bytes.count else { throw RawJSON.Malformed(.truncated, offset: offset) }
    return bytes[offset]
  }

  /// Takes the byte if it is the next after white space.
  mutating func take(_ byte: Character) throws(RawJSON.Malformed) -> Bool {
    guard try peek() == byte.asciiValue else { return false }
    offset += 1
    return true
  }

  /// Takes the byte, which must be the next after white space.
  mutating func expect(_ byte: Character) throws(RawJSON.Malformed) {
    guard try take(byte) else { throw unexpected }
  }

  /// Takes what must be the end.
  mutating func expectEnd() throws(RawJSON.Malformed) {
    skipSpace()
    guard offset == bytes.count else { throw unexpected }
  }

  /// Takes a string and gives its bytes, quotes included.
  mutating func string() throws(RawJSON.Malformed) -> Range<Int> {
    try expect("\"")
    let start = offset - 1
    while true {
      switch try next() {
      case UInt8(ascii: "\""): return start..<offset
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20:
        offset -= 1
        throw unexpected
      default: break
      }
    }
  }

  /// Takes a number, `true`, `false` or `null` and gives its bytes.
  mutating func scalar() throws(RawJSON.Malformed) -> Range<Int> {
    let first = try peek()
    let start = offset
    switch first {
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: try number()
    }
    return start..<offset
  }

  private mutating func number() throws(RawJSON.Malformed) {
    if current == UInt8(ascii: "-") { offset += 1 }
    if current == UInt8(ascii: "0") {
      offset += 1
    } else {
      try digits()
    }
    if current == UInt8(ascii: ".") {
      offset += 1
      try digits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      offset += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(RawJSON.Malformed) {
    guard let first = current else { throw RawJSON.Malformed(.truncated, offset: offset) }
    guard Self.isDigit(first) else { throw unexpected }
    while let byte = current, Self.isDigit(byte) { offset += 1 }
  }

  private mutating func word(_ word: StaticString) throws(RawJSON.Malformed) {
    for expected in word.description.utf8 where try next() != expected {
      offset -= 1
      throw unexpected
    }
  }

  private mutating func escape() throws(RawJSON.Malformed) {
    switch try next() {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      break
    case UInt8(ascii: "u"):
      for _ in 0..<4 where !Self.isHexDigit(try next()) {
        offset -= 1
        throw unexpected
      }
    default:
      offset -= 1
      throw unexpected
    }
  }

  private mutating func next() throws(RawJSON.Malformed) -> UInt8 {
    guard let byte = current else { throw RawJSON.Malformed(.truncated, offset: offset) }
    offset += 1
    return byte
  }

  private mutating func skipSpace() {
    while let byte = current,
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        || byte == UInt8(ascii: "\t")
    {
      offset += 1
    }
  }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// The next byte cannot stand where it does.
  var unexpected: RawJSON.Malformed { RawJSON.Malformed(.unexpectedByte, offset: offset) }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}
