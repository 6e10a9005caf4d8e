/// What a terminal's cell can hold: one spacing scalar and at most four marks on it.
///
/// The scalars, of 21 bits each, are packed into two numbers: cells are copied and compared by the
/// thousand with every frame, and a string in each would have its references counted every time.
struct CellContent: Hashable, Sendable {
  private static let bits: UInt64 = 21
  private static let mask: UInt64 = 1 << bits - 1

  /// The spacing scalar and the first two marks, the lowest bits first.
  private var low: UInt64
  /// The last two marks.
  private var high: UInt64

  /// Nothing, as in the second half of a wide cell.
  static let empty = CellContent("")
  static let space = CellContent(" ")
  static let ellipsis = CellContent("…")

  init(_ scalar: Unicode.Scalar) {
    low = UInt64(scalar.value)
    high = 0
  }

  /// A text's first scalars, as many as a cell can hold.
  init(_ text: String) {
    self.init(text.unicodeScalars)
  }

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    (low, high) = (0, 0)
    for (index, scalar) in scalars.prefix(1 + TextGate.mostMarks).enumerated() {
      let value = UInt64(scalar.value)
      if index < 3 {
        low |= value << (UInt64(index) * Self.bits)
      } else {
        high |= value << (UInt64(index - 3) * Self.bits)
      }
    }
  }

  /// Whether it is one printable ASCII character.
  var isPlain: Bool { high == 0 && low >= 0x20 && low < 0x7F }

  /// The scalars as text.
  var text: String {
    if high == 0, low < 0x80 { return low == 0 ? "" : String(Unicode.Scalar(UInt8(low))) }
    var text = ""
    forEachScalar { text.unicodeScalars.append($0) }
    return text
  }

  /// Hands out the scalars one after the other.
  func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
    var (packed, next) = (low, high)
    while packed != 0 {
      if let scalar = Unicode.Scalar(UInt32(packed & Self.mask)) { body(scalar) }
      packed >>= Self.bits
      if packed == 0 { (packed, next) = (next, 0) }
    }
  }
}
