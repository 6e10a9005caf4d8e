/// How many columns a scalar takes on every terminal that the program knows.
package enum CellWidth: UInt8, Hashable, Sendable, CaseIterable {
  /// None: it stands on the scalar before it.
  case mark = 0
  /// One column.
  case narrow = 1
  /// Two columns.
  case wide = 2

  /// The width of a scalar; `nil` if it must not reach a terminal.
  package init?(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x7F {
      guard value >= 0x20 else { return nil }
      self = .narrow
    } else if Self.contains(value, in: Self.narrowRanges) {
      self = .narrow
    } else if Self.contains(value, in: Self.wideRanges) {
      self = .wide
    } else if Self.contains(value, in: Self.marksRanges) {
      self = .mark
    } else {
      return nil
    }
  }

  private static func contains(_ value: UInt32, in bounds: [UInt32]) -> Bool {
    var low = 0
    var high = bounds.count / 2
    while low < high {
      let middle = (low + high) / 2
      if bounds[2 * middle + 1] < value {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return 2 * low < bounds.count && bounds[2 * low] <= value
  }
}
