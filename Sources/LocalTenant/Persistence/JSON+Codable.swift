extension JSON: Codable {
  /// Reads a text that holds the value: in it the members keep their order.
  init(from decoder: any Decoder) throws {
    self = try JSONReader.read(Array(try decoder.singleValueContainer().decode(String.self).utf8))
  }

  /// Writes a text that holds the value.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(String(decoding: bytes, as: UTF8.self))
  }
}

extension Timestamp: Codable {
  /// Reads milliseconds.
  init(from decoder: any Decoder) throws {
    self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  /// Writes milliseconds.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}
