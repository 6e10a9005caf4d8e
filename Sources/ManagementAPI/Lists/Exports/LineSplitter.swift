/// Puts lines together from pieces.
struct LineSplitter: Hashable, Sendable {
  private var rest: [UInt8] = []

  /// How many bytes of an unfinished line there are.
  var pending: Int { rest.count }

  /// Takes a piece, and gives the lines that it ends, without their ends.
  mutating func take(_ piece: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = piece.startIndex
    while let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(rest + piece[start..<end])
      rest = []
      start = end + 1
    }
    rest += piece[start...]
    return lines
  }

  /// The last line, where it has no end.
  mutating func finish() -> [UInt8]? {
    defer { rest = [] }
    return rest.isEmpty ? nil : rest
  }
}
