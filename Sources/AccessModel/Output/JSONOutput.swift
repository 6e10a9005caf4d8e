import FoundationEssentials

/// A value as JSON in ASCII: nothing in it can act on a terminal.
package struct JSONOutput: Hashable, Sendable {
  /// The JSON, over several lines.
  package let text: String

  /// Writes a value.
  ///
  /// - Throws: What the value's own encoding throws.
  package init(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    text = Self.ascii(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  private static func ascii(_ json: String) -> String {
    var ascii: [UInt8] = []
    ascii.reserveCapacity(json.utf8.count)
    for unit in json.utf16 {
      if unit == 0x0A || (0x20...0x7E).contains(unit) {
        ascii.append(UInt8(truncatingIfNeeded: unit))
      } else {
        let digits = String(unit, radix: 16)
        ascii += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      }
    }
    return String(decoding: ascii, as: UTF8.self)
  }
}
