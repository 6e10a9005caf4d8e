/// What a JSON string says once its escapes are resolved.
struct JSONText {
  /// The text; escaped surrogates without a partner become U+FFFD.
  let text: String

  /// Resolves a literal that a ``JSONScanner`` has accepted, with its quotes.
  init(literal: String) {
    var units: [UInt16] = []
    // By code unit: a combining mark after the quote must not go with it.
    var rest = literal.utf16.dropFirst().dropLast().makeIterator()
    while let unit = rest.next() {
      guard unit == UInt16(UInt8(ascii: "\\")), let escaped = rest.next() else {
        units.append(unit)
        continue
      }
      guard escaped == UInt16(UInt8(ascii: "u")) else {
        units.append(Self.controls[escaped] ?? escaped)
        continue
      }
      var value: UInt16 = 0
      for _ in 0..<4 {
        let digit = rest.next().flatMap(Unicode.Scalar.init).flatMap { Character($0).hexDigitValue }
        value = value << 4 | UInt16(digit ?? 0)
      }
      units.append(value)
    }
    text = String(decoding: units, as: UTF16.self)
  }

  private static let controls: [UInt16: UInt16] = [
    UInt16(UInt8(ascii: "b")): 8, UInt16(UInt8(ascii: "f")): 12, UInt16(UInt8(ascii: "n")): 10,
    UInt16(UInt8(ascii: "r")): 13, UInt16(UInt8(ascii: "t")): 9,
  ]
}
