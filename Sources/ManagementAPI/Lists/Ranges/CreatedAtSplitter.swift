/// Splits a search for users into parts that can be read, as a value: what to ask next.
///
/// A search reaches 1,000 users. One that finds as many, or may, is halved by `created_at` until its parts
/// find fewer; a part of one millisecond is read as far as it goes.
struct CreatedAtSplitter: Hashable, Sendable {
  /// A part of what a search finds.
  enum Part: Hashable, Sendable {
    /// All of it.
    case all
    /// Those who were created within a range, bounds included, in milliseconds since 1970.
    case created(ClosedRange<Int64>)
    /// Those of whom nobody knows when they were created.
    case undated
  }

  /// Parts that are yet to be read; the next of them last.
  private var parts: [Part] = [.all]

  /// The part to read now; `nil` once all were read.
  var current: Part? { parts.last }

  /// Whether the current part can be made smaller.
  var canSplit: Bool {
    switch current {
    case .all: true
    case .created(let range): range.lowerBound < range.upperBound
    case .undated, nil: false
    }
  }

  /// Puts two halves in place of the current part.
  ///
  /// - Parameter bounds: When the first and the last user of the whole were created.
  mutating func split(within bounds: ClosedRange<Int64>) {
    guard canSplit, let part = parts.popLast() else { return }
    switch part {
    case .all:
      parts += [.undated, .created(bounds)]
    case .created(let range):
      let (lower, upper) = (range.lowerBound, range.upperBound)
      // Without overflow, and never the upper bound itself.
      let middle = lower &+ Int64(UInt64(bitPattern: upper &- lower) / 2)
      parts += [.created((middle + 1)...upper), .created(lower...middle)]
    case .undated:
      parts.append(part)
    }
  }

  /// Goes on to the next part.
  mutating func finish() { _ = parts.popLast() }
}
