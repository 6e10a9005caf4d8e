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

  /// The first of the rows, which ascend, in this order; users without the field come last either
  /// way, and ties stay as they were.
  func first(
    _ count: Int, of rows: some Sequence<Int>, in directory: UserDirectory
  ) -> [Int] {
    if let path = moments {
      return first(count, of: rows, key: { directory.users[$0][keyPath: path] }, by: <)
    }
    if let folded = SearchIndex.Field(rawValue: field) {
      let column = directory.index[folded]
      return first(
        count, of: rows, key: { column[$0] }, by: { $0.lexicographicallyPrecedes($1) })
    }
    return first(
      count, of: rows, key: { directory.users[$0].values(ofField: field).first },
      by: Self.precedes)
  }

  /// Where the moments are that most people sort by.
  private var moments: KeyPath<User, Timestamp?>? {
    switch field {
    case "last_login": \.lastLogin
    case "created_at": \.sortableCreatedAt
    case "updated_at": \.sortableUpdatedAt
    default: nil
    }
  }

  private func first<Key>(
    _ count: Int, of rows: some Sequence<Int>, key: (Int) -> Key?,
    by precedes: @escaping (Key, Key) -> Bool
  ) -> [Int] {
    let isDescending = isDescending
    var found = FirstInOrder<Key>(count) { left, right in
      isDescending ? precedes(right, left) : precedes(left, right)
    }
    var without: [Int] = []
    for row in rows {
      if let key = key(row) {
        found.add(row, key)
      } else if without.count < count {
        without.append(row)
      }
    }
    return Array((found.rows() + without).prefix(count))
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

extension User {
  fileprivate var sortableCreatedAt: Timestamp? { createdAt }
  fileprivate var sortableUpdatedAt: Timestamp? { updatedAt }
}
