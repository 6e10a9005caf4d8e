/// One text of every user, folded to lower case, as one run of bytes.
///
/// A search reads it from end to end without touching the users themselves.
struct TextColumn: Sendable {
  private var bytes: [UInt8] = []
  /// Where each row's text lies in ``bytes``; nil where the user has none.
  private var ranges: [Range<Int>?] = []

  init(minimumCapacity: Int = 0) {
    ranges.reserveCapacity(minimumCapacity)
    bytes.reserveCapacity(minimumCapacity * 12)
  }

  /// The folded text as it is kept and compared.
  static func folded(_ text: String) -> [UInt8] {
    Array(text.lowercased().utf8)
  }

  mutating func append(_ text: String?) {
    ranges.append(store(text))
  }

  /// Puts another text in the place of a row's.
  ///
  /// The old bytes stay where they are, unread; users are renamed far too seldom to matter.
  mutating func replace(row: Int, with text: String?) {
    ranges[row] = store(text)
  }

  /// The folded text of a row.
  subscript(row: Int) -> ArraySlice<UInt8>? {
    ranges[row].map { bytes[$0] }
  }

  private mutating func store(_ text: String?) -> Range<Int>? {
    guard let text else { return nil }
    let start = bytes.count
    bytes.append(contentsOf: text.lowercased().utf8)
    return start..<bytes.count
  }
}
