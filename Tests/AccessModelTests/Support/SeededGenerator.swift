/// A source of numbers that repeats itself (SplitMix64), so that a failure can be run again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

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
