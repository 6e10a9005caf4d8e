/// A character of several bytes while they arrive.
struct UTF8Sequence {
  /// What has become of it.
  enum Progress: Equatable {
    case incomplete
    case complete(Unicode.Scalar)
    /// The byte does not belong to it; it may begin something else.
    case invalid
  }

  private var bytes: [UInt8]
  private let length: Int

  /// Begins with a lead byte; `nil` for any other.
  init?(first byte: UInt8) {
    switch byte {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    bytes = [byte]
  }

  /// Takes in the next byte.
  mutating func append(_ byte: UInt8) -> Progress {
    guard byte & 0xC0 == 0x80 else { return .invalid }
    bytes.append(byte)
    guard bytes.count == length else { return .incomplete }
    // Overlong forms and surrogates have the right shape and are invalid all the same.
    guard let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first else {
      return .complete("\u{FFFD}")
    }
    return .complete(scalar)
  }
}
