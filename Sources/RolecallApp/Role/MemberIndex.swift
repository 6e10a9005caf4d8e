/// The texts of many members in one piece, in which a filter finds them without asking each.
///
/// A filter's key has to be answered within a frame at 100,000 members: lower case is made once, when a
/// member comes in, and what is looked for are bytes.
struct MemberIndex: Hashable, Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// How often each byte stands there.
  private var counts = Array(repeating: 0, count: 256)

  /// How many members it holds.
  var count: Int { ends.count }

  /// Takes the texts of the next member in.
  mutating func append(_ texts: [String]) {
    for text in texts {
      let lowercased = text.lowercased().utf8
      for byte in lowercased { counts[Int(byte)] += 1 }
      bytes += lowercased
      // No text holds this byte, so that nothing is found across two of them.
      bytes.append(0xFF)
    }
    ends.append(bytes.count)
  }

  /// The numbers of the members of which a text holds what is looked for, among all or among some, in their order.
  func numbers(matching text: String, among candidates: [Int]? = nil) -> [Int] {
    guard let wanted = Wanted(Array(text.lowercased().utf8), counts) else {
      return candidates ?? Array(0..<count)
    }
    return bytes.withUnsafeBytes { bytes in
      guard let candidates, candidates.count < count / 4 else {
        let all = allNumbers(holding: wanted, bytes)
        return candidates.map { Self.common(all, $0) } ?? all
      }
      return candidates.filter { member in
        wanted.place(in: bytes, (member == 0 ? 0 : ends[member - 1])..<ends[member]) != nil
      }
    }
  }

  /// Goes from one place where it stands to the next, past the rest of the member found there.
  private func allNumbers(holding wanted: Wanted, _ bytes: UnsafeRawBufferPointer) -> [Int] {
    var numbers: [Int] = []
    var (start, member) = (0, 0)
    while let place = wanted.place(in: bytes, start..<bytes.count) {
      while ends[member] <= place { member += 1 }
      numbers.append(member)
      start = ends[member]
    }
    return numbers
  }

  /// What two lists have in common that are both in order.
  private static func common(_ left: [Int], _ right: [Int]) -> [Int] {
    var common: [Int] = []
    var place = right.startIndex
    for number in left {
      while place < right.endIndex, right[place] < number { place += 1 }
      guard place < right.endIndex else { break }
      if right[place] == number { common.append(number) }
    }
    return common
  }

  /// Bytes to look for, and which of them tells most: the one that the texts hold least often.
  private struct Wanted {
    private let bytes: [UInt8]
    private let telling: Int

    /// `nil` where nothing is looked for.
    init?(_ bytes: [UInt8], _ counts: [Int]) {
      guard let telling = bytes.indices.min(by: { counts[Int(bytes[$0])] < counts[Int(bytes[$1])] })
      else { return nil }
      (self.bytes, self.telling) = (bytes, telling)
    }

    /// The first place within a range where they stand.
    func place(in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
      var start = range.lowerBound + telling
      let end = range.upperBound - (bytes.count - 1 - telling)
      while let found = Self.place(of: bytes[telling], in: text, start, end) {
        let place = found - telling
        if text[place..<place + bytes.count].elementsEqual(bytes) { return place }
        start = found + 1
      }
      return nil
    }

    /// The first place where a byte stands, looked for sixteen at a time.
    private static func place(
      of byte: UInt8, in text: UnsafeRawBufferPointer, _ start: Int, _ end: Int
    ) -> Int? {
      var place = start
      let wanted = SIMD16(repeating: byte)
      while place + 16 <= end,
        !any(text.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self) .== wanted)
      {
        place += 16
      }
      while place < end {
        if text[place] == byte { return place }
        place += 1
      }
      return nil
    }
  }
}
