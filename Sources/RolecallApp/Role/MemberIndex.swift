/// The texts of many members in one piece, in which a filter finds them without asking each.
///
/// A filter's key has to be answered within a frame at 100,000 members: lower case is made once, when a
/// member comes in, and what is looked for are bytes.
struct MemberIndex: Hashable, Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// How many members it holds.
  var count: Int { ends.count }

  /// Takes the texts of the next member in.
  mutating func append(_ texts: [String]) {
    for text in texts {
      bytes += text.lowercased().utf8
      // No text holds this byte, so that nothing is found across two of them.
      bytes.append(0xFF)
    }
    ends.append(bytes.count)
  }

  /// The numbers of the members of which a text holds what is looked for, among all or among some.
  func numbers(matching text: String, among candidates: [Int]? = nil) -> [Int] {
    let wanted = Array(text.lowercased().utf8)
    guard let first = wanted.first else { return candidates ?? Array(0..<count) }
    return bytes.withUnsafeBufferPointer { bytes in
      func holds(_ member: Int) -> Bool {
        var place = member == 0 ? 0 : ends[member - 1]
        let last = ends[member] - wanted.count
        while place < last {
          if bytes[place] == first, Self.isEqual(bytes, at: place, wanted) { return true }
          place += 1
        }
        return false
      }
      if let candidates { return candidates.filter(holds) }
      return (0..<count).filter(holds)
    }
  }

  private static func isEqual(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, _ wanted: [UInt8]
  ) -> Bool {
    for offset in wanted.indices where bytes[place + offset] != wanted[offset] { return false }
    return true
  }
}
