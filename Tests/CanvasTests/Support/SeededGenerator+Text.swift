import SeededRandomness

extension SeededGenerator {
  /// Scalars of the kinds that break programs on terminals.
  private static let pools: [[ClosedRange<UInt32>]] = [
    [0x20...0x7E], [0x20...0x7E], [0x20...0x20], [0x00...0x1F, 0x7F...0x9F],
    [0x300...0x36F, 0x20D0...0x20F0], [0x4E00...0x9FFF, 0xAC00...0xD7A3], [0x1100...0x11FF],
    [0x1F1E6...0x1F1FF, 0x1F300...0x1F64F, 0x1F3FB...0x1F3FF, 0x1F900...0x1F9FF],
    [0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0x2028...0x2029],
    [0x2039...0x203A, 0x2026...0x2026], [0x590...0x6FF, 0x900...0x97F, 0xE00...0xE7F],
    [0xE000...0xF8FF, 0xE0000...0xE007F, 0xFFF0...0xFFFF], [0x3000...0x30FF, 0x3164...0x3164],
    [0x0...0x10FFFF],
  ]

  /// A scalar of any kind, hostile ones more often than in nature.
  mutating func scalar() -> Unicode.Scalar {
    let pool = Self.pools[Int.random(in: 0..<Self.pools.count, using: &self)]
    let range = pool[Int.random(in: 0..<pool.count, using: &self)]
    return Unicode.Scalar(UInt32.random(in: range, using: &self)) ?? " "
  }

  /// A text of up to so many scalars.
  mutating func text(upTo count: Int = 24) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...count, using: &self) {
      text.unicodeScalars.append(scalar())
    }
    return text
  }

  /// A text of words in ASCII.
  mutating func words(upTo count: Int = 12) -> String {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in
      String(repeating: "x", count: Int.random(in: 1...9, using: &self))
    }.joined(separator: " ")
  }
}
