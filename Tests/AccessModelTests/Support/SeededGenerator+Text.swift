import SeededRandomness

extension SeededGenerator {
  /// A text of up to 40 scalars: half of them ASCII, the others from anywhere in Unicode.
  mutating func text() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...40, using: &self) {
      let limit: UInt32 = Bool.random(using: &self) ? 0x7F : 0x10_FFFF
      let number = UInt32.random(in: 0...limit, using: &self)
      text.append(Unicode.Scalar(number) ?? "\u{FFFD}")
    }
    return String(text)
  }
}
