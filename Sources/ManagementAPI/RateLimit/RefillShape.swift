/// Learns how a bucket is filled again: all at once when a window ends, or little by little.
///
/// Two answers in a row tell how many calls came back between them. If calls come back little by
/// little, they do so within windows as well as between them.
struct RefillShape: Hashable, Sendable {
  /// How calls come back.
  enum Kind: Hashable, Sendable {
    /// Too little was seen to say.
    case unknown
    /// When a window ends.
    case steps
    /// All the time.
    case flow
  }

  private struct Share: Hashable, Sendable {
    var calls = 0.0
    var time: Seconds = 0

    /// Adds what came back.
    ///
    /// Calls that went without being ours say how fast others are, not how calls come back: a burst that
    /// somebody else spent is not held against what comes after.
    mutating func add(_ calls: Double, in time: Seconds) {
      self.calls = max(-1, self.calls + calls)
      self.time += time
    }
  }

  private var within = Share()
  private var between = Share()

  /// Takes what came back between two answers in a row, of which the bucket was not full at the first.
  mutating func note(_ calls: Double, in time: Seconds, isWithinWindow: Bool) {
    if isWithinWindow {
      within.add(calls, in: time)
    } else {
      between.add(calls, in: time)
    }
    // What was long ago counts less.
    guard within.time + between.time > 8 else { return }
    within.calls /= 2
    within.time /= 2
    between.calls /= 2
    between.time /= 2
  }

  /// How many calls came back a second, all in all.
  var rate: Double {
    let time = within.time + between.time
    return time > 0.25 ? max(0, within.calls + between.calls) / time : 0
  }

  /// How calls come back, as far as can be told.
  var kind: Kind {
    // Whoever gets one call a window sees nothing within it, and must not be the last for that.
    if within.time < 0.3, between.time > 3 { return .steps }
    guard within.time >= 0.3, max(0, within.calls) + between.calls >= 2.5 else { return .unknown }
    return within.calls / within.time > rate / 2 ? .flow : .steps
  }
}
