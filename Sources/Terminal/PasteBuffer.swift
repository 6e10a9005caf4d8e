/// The text of a paste while it arrives.
struct PasteBuffer {
  /// How much of a paste is kept; the rest of a longer one is dropped.
  static let limit = 1 << 20

  private static let end = Array("\u{1B}[201~".utf8)
  /// The end marker, and what of `tail` to compare with it.
  private static let endWord = end.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  private static let endMask = (UInt64(1) << (8 * UInt64(end.count))) - 1

  private var bytes: [UInt8] = []
  /// The last eight bytes as they came, kept or not, to find the end by.
  private var tail: UInt64 = 0
  /// Whether the text goes nowhere, because it was begun before what is on the screen now.
  var isDiscarded = false

  /// Takes in one byte; true when it was the last of the end marker.
  mutating func append(_ byte: UInt8) -> Bool {
    if bytes.count < Self.limit + Self.end.count { bytes.append(byte) }
    tail = tail << 8 | UInt64(byte)
    return tail & Self.endMask == Self.endWord
  }

  /// Whether the last byte was an escape: followed by nothing, it is a person who wants to get out.
  var endsWithEscape: Bool { tail & 0xFF == 0x1B }

  /// What was pasted, with line ends made `\n`; `nil` when it is to be dropped.
  var text: String? {
    guard !isDiscarded else { return nil }
    var kept = bytes[...]
    if kept.suffix(Self.end.count).elementsEqual(Self.end) { kept.removeLast(Self.end.count) }
    var normalised: [UInt8] = []
    normalised.reserveCapacity(kept.count)
    var previous: UInt8 = 0
    for byte in kept.prefix(Self.limit) {
      if byte == UInt8(ascii: "\r") {
        normalised.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
        normalised.append(byte)
      }
      previous = byte
    }
    return String(decoding: normalised, as: UTF8.self)
  }
}
