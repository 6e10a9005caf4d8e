/// Writes one JSON object a line, in ASCII but for letters that everybody can see.
struct JSONLine {
  /// The line so far, without the line feed.
  private(set) var bytes: [UInt8] = [UInt8(ascii: "{")]
  private var isFirst = true

  /// Writes a text, cut to a number of bytes.
  mutating func text(_ key: StaticString, _ text: String, limit: Int = PlanFile.textLimit) {
    begin(key)
    bytes.append(UInt8(ascii: "\""))
    var written = 0
    for scalar in text.unicodeScalars {
      written += UTF8.width(scalar)
      if written > limit { break }
      append(scalar)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a text where there is one.
  mutating func text(_ key: StaticString, _ text: String?) {
    if let text { self.text(key, text, limit: PlanFile.textLimit) }
  }

  /// Writes a whole number.
  mutating func number(_ key: StaticString, _ number: Int) {
    begin(key)
    bytes += String(number).utf8
  }

  /// Writes a truth value.
  mutating func flag(_ key: StaticString, _ flag: Bool) {
    begin(key)
    bytes += (flag ? "true" : "false").utf8
  }

  /// Writes an object.
  mutating func object(_ key: StaticString, _ write: (inout JSONLine) -> Void) {
    begin(key)
    bytes.append(UInt8(ascii: "{"))
    isFirst = true
    write(&self)
    isFirst = false
    bytes.append(UInt8(ascii: "}"))
  }

  /// Ends the line.
  consuming func ended() -> [UInt8] {
    bytes.append(UInt8(ascii: "}"))
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private mutating func begin(_ key: StaticString) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    bytes.append(UInt8(ascii: "\""))
    bytes += key.description.utf8
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\\":
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(UInt8(ascii: scalar))
    case " "..."~": bytes.append(UInt8(ascii: scalar))
    default:
      // What nobody can see is written as its number: two lines must not look equal and differ.
      guard scalar.isForbiddenInID || scalar.properties.generalCategory == .format else {
        bytes += String(scalar).utf8
        return
      }
      for unit in String(scalar).utf16 {
        bytes += "\\u".utf8
        for shift in [12, 8, 4, 0] {
          bytes.append(Self.digits[Int(unit >> UInt16(shift)) & 15])
        }
      }
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
