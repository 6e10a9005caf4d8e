/// The first few of many items in an order, without sorting all of them.
///
/// Items that the order does not tell apart stay as they came.
struct FirstInOrder<Key> {
  private typealias Entry = (key: Key, row: Int)

  private let count: Int
  private let precedes: (Key, Key) -> Bool
  private var entries: [Entry] = []
  /// The last of the best so far, once there are enough of them.
  private var last: Key?

  init(_ count: Int, by precedes: @escaping (Key, Key) -> Bool) {
    self.count = max(1, count)
    self.precedes = precedes
  }

  /// Looks at one more item.
  mutating func add(_ row: Int, _ key: Key) {
    if let last, !precedes(key, last) { return }
    entries.append((key, row))
    if entries.count >= max(64, count * 2) { cut() }
  }

  /// The rows of the first items, in order.
  mutating func rows() -> [Int] {
    cut()
    return entries.map(\.row)
  }

  private mutating func cut() {
    let precedes = precedes
    // Rows come in ascending order, so that they settle what the keys leave open.
    entries.sort { left, right in
      if precedes(left.key, right.key) { return true }
      return !precedes(right.key, left.key) && left.row < right.row
    }
    guard entries.count >= count else { return }
    entries.removeLast(entries.count - count)
    last = entries.last?.key
  }
}
