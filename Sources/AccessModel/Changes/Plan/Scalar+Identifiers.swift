extension Unicode.Scalar {
  /// Whether an id that comes from a file may not hold it: controls, line breaks, marks that turn the
  /// direction of writing, and what stands for bytes that were none.
  ///
  /// Ids of users hold letters of every script; what cannot be seen would let two of them look equal.
  var isForbiddenInID: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0xFFF9...0xFFFD: true
    default: false
    }
  }
}
