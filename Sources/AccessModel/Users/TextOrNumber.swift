import FoundationEssentials

/// A text that some answers give as a number: ids of social identities, for one.
struct TextOrNumber: Decodable, Hashable, Sendable {
  /// The text, or the number's digits.
  let text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self.text = text
    } else {
      // Ids of Google have 21 digits: more than `Int64` and `Double` keep.
      text = try container.decode(Decimal.self).description
    }
  }
}
