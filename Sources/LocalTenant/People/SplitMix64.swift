/// A quick source of numbers that gives the same ones for the same seed.
struct SplitMix64: RandomNumberGenerator, Sendable {
  /// Where the source is: another one with this seed goes on from here.
  private(set) var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A source of its own for one part of a tenant, so that the parts do not depend on each other.
  func fork(_ part: UInt64) -> SplitMix64 {
    var source = SplitMix64(seed: state ^ (part &* 0xd605_bbb5_8c8a_bbd5))
    return SplitMix64(seed: source.next())
  }

  /// A number from 0 to just under `bound`, which has to be positive.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A fraction from 0 to just under 1.
  mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Whether something happens that has this chance out of 1.
  mutating func happens(_ chance: Double) -> Bool { fraction() < chance }

  /// One of the items, of which there has to be one.
  mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

  /// A text of characters of the alphabet, which has to be ASCII.
  mutating func text(_ length: Int, of alphabet: StaticString) -> String {
    String(unsafeUninitializedCapacity: length) { buffer in
      for index in 0..<length {
        buffer[index] = alphabet.utf8Start[below(alphabet.utf8CodeUnitCount)]
      }
      return length
    }
  }

  /// As many hexadecimal digits.
  mutating func hexadecimal(_ length: Int) -> String { text(length, of: "0123456789abcdef") }

  /// As many decimal digits.
  mutating func digits(_ length: Int) -> String { text(length, of: "0123456789") }

  /// The id of a role, an organization or the like: a prefix and 16 letters or digits.
  mutating func identifier(_ prefix: String) -> String {
    prefix + "_"
      + text(16, of: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
  }
}
