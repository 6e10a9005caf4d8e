import FoundationEssentials

/// A value as JSON in ASCII: nothing in it can act on a terminal.
struct JSONOutput {
  /// The JSON, over several lines.
  let text: String

  init(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    text = Self.ascii(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  private static func ascii(_ json: String) -> String {
    var ascii = ""
    for unit in json.utf16 {
      if unit == 0x0A || (0x20...0x7E).contains(unit), let scalar = Unicode.Scalar(unit) {
        ascii.unicodeScalars.append(scalar)
      } else {
        let digits = String(unit, radix: 16)
        ascii += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return ascii
  }
}
