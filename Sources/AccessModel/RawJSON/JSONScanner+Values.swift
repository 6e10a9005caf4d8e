extension JSONScanner {
  /// Takes a whole value, checks its grammar and gives its bytes.
  ///
  /// - Parameter depth: How many containers it stands within.
  mutating func value(depth: Int = 0) throws(RawJSON.Malformed) -> Range<Int> {
    let first = try peek()
    let start = offset
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < RawJSON.Malformed.depthLimit else {
        throw RawJSON.Malformed(.tooDeep, offset: offset)
      }
      try items { (scanner, _) throws(RawJSON.Malformed) in
        _ = try scanner.value(depth: depth + 1)
      }
    case UInt8(ascii: "\""): _ = try string()
    default: _ = try scalar()
    }
    return start..<offset
  }

  /// Takes a container, item by item.
  ///
  /// - Parameter take: Takes the item's value; told the bytes of its key within an object.
  mutating func items(
    _ take: (inout JSONScanner, _ key: Range<Int>?) throws(RawJSON.Malformed) -> Void
  ) throws(RawJSON.Malformed) {
    let isObject = try self.take("{")
    if !isObject { try expect("[") }
    let end: Character = isObject ? "}" : "]"
    guard try !self.take(end) else { return }
    repeat {
      var key: Range<Int>?
      if isObject {
        key = try string()
        try expect(":")
      }
      try take(&self, key)
    } while try self.take(",")
    try expect(end)
  }
}
