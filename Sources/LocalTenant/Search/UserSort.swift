/// An order of users, as the parameter `sort` names it: `created_at:-1`.
struct UserSort: Sendable, Equatable {
  var field: String
  var isDescending: Bool

  /// Reads `field:1` or `field:-1`; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1] == "1" || parts[1] == "-1",
      parts[0].utf8.allSatisfy({ byte in
        Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      })
    else { return nil }
    field = String(parts[0])
    isDescending = parts[1] == "-1"
  }

  /// Whether the real API refuses to sort by this field.
  var isRefused: Bool {
    field.hasPrefix("app_metadata") || field.hasPrefix("user_metadata")
  }

  /// The rows in this order; users without the field come last either way, and ties stay as they
  /// were.
  func sorted(_ rows: [Int], in directory: UserDirectory) -> [Int] {
    if let folded = SearchIndex.Field(rawValue: field) {
      let column = directory.index[folded]
      return sorted(rows, keys: rows.map { column[$0].map(Array.init) }) {
        $0.lexicographicallyPrecedes($1)
      }
    }
    let keys = rows.map { directory.users[$0].values(ofField: field).first }
    return sorted(rows, keys: keys, by: Self.precedes)
  }

  private func sorted<Key>(
    _ rows: [Int], keys: [Key?], by precedes: (Key, Key) -> Bool
  ) -> [Int] {
    rows.indices.sorted { left, right in
      guard let leftKey = keys[left] else { return keys[right] == nil && left < right }
      guard let rightKey = keys[right] else { return true }
      if precedes(leftKey, rightKey) { return !isDescending }
      if precedes(rightKey, leftKey) { return isDescending }
      return left < right
    }.map { rows[$0] }
  }

  private static func precedes(_ left: FieldValue, _ right: FieldValue) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)): left < right
    case (.number(let left), .number(let right)): left < right
    case (.moment(let left), .moment(let right)): left < right
    case (.bool(let left), .bool(let right)): !left && right
    default: false
    }
  }
}
