/// A user's id as the API spells it, such as `auth0|63d17c50e99d3933163bdda9`.
///
/// It may hold any character: enterprise and custom connections put `/`, `@`, spaces and letters of
/// every script into it. Two ids are equal only byte by byte: `String` would take a composed and a
/// decomposed letter for the same.
package struct UserID: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  /// The id as sent.
  package let rawValue: String

  /// An id as sent; nothing is checked.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// An id as sent; nothing is checked.
  package init(_ rawValue: String) { self.rawValue = rawValue }

  package init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(TextOrNumber.self).text
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  package static func == (left: UserID, right: UserID) -> Bool {
    var (left, right) = (left.rawValue, right.rawValue)
    return left.withUTF8 { left in right.withUTF8 { left.elementsEqual($0) } }
  }

  package func hash(into hasher: inout Hasher) {
    // All bytes at once: a hundred thousand ids are hashed before a question can be asked.
    var text = rawValue
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(UInt8.max)
  }

  package static func < (left: UserID, right: UserID) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
  }
}
