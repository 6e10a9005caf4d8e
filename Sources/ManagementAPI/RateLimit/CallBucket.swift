/// One of the tenant's buckets of calls, as far as its answers show it.
///
/// What is left is taken from the newest answer less what was sent since, so that other programs' calls
/// count as well. When the bucket is empty, what comes back is foretold from what came back before.
struct CallBucket: Sendable {
  /// A call that was sent, until its answer comes.
  struct Sent: Hashable, Sendable {
    /// Its number among the bucket's calls.
    let order: Int
    let at: Seconds
  }

  /// How many calls were left at a time, by an answer or a forecast.
  struct Level: Hashable, Sendable {
    var left: Double
    /// The number of the call that saw it, or of the last that was sent before the forecast.
    var order: Int
    var at: Seconds
  }

  /// How many calls it holds; `nil` until the tenant has said so.
  var limit: Int?
  /// When its windows end.
  var clock = ResetClock()
  /// How it is filled again.
  var shape = RefillShape()
  /// How many calls were sent.
  var count = 0
  /// How many of them wait for their answers.
  var inFlight = 0
  /// What this window's answers say is left; `nil` before there are any.
  var known: Level?
  /// What is foretold to be left at the window's beginning.
  var foretold = Level(left: 0, order: 0, at: 0)
  /// The newest answer, whatever its window.
  var newest: (left: Double, at: Seconds, window: Int)?
  /// The number of the window in which calls are sent now, as `reset` names it.
  var window: Int?
  /// When that window began, at the latest.
  var windowStart: Seconds = 0
  /// The number of the last call before this window, and what was left at its beginning.
  var countAtStart = 0
  var leftBefore = 0.0
  /// How many calls of this window were answered and carried out.
  var accepted = 0
  /// How many calls come back with a window; `nil` until that was seen.
  var refill: Double?
  /// In how many windows that was seen.
  var measuredWindows = 0
  /// How many windows refused calls since the last success.
  var refusals = 0
  /// The newest window that refused one.
  var refusedWindow: Int?
  /// Whether others have spent this window, so that it matters to be early in the next.
  var isLate = false
  /// The window that showed it.
  var lateWindow: Int?
  /// How many windows in a row were spent when their first call came.
  var thinWindows = 0
  /// Until when nothing may be sent, whatever the levels say.
  var pausedUntil: Seconds = -.infinity
  /// When the last paced call of this window was due; `nil` before there was one.
  var lastPaced: Seconds?
  /// How many paced calls were sent in this window.
  var paced = 0
  /// How many percent of what comes back the paced calls may use.
  var share = 100
  /// The part of a call that the share had over at the end of the last window.
  var carried = 0.0
  /// Whether its answers say nothing about the rate limit.
  var isSilent = false

  /// Counts a call that is sent now.
  mutating func send(at now: Seconds) -> Sent {
    roll(to: now)
    count += 1
    inFlight += 1
    return Sent(order: count, at: now)
  }

  /// What is left now, once all calls under way have been counted.
  func left(at now: Seconds) -> Double {
    guard let known else { return foretold.left - Double(count - foretold.order) }
    var left = known.left
    if shape.kind == .flow, let limit {
      left = min(Double(limit), left + shape.rate * Self.caution * max(0, now - known.at))
    }
    return left - Double(inFlight)
  }

  /// By how much later than foretold a window is taken to begin: the grain of timers.
  static let guardTime: Seconds = 0.002

  /// When the clock's window is taken to end: when it has for certain; but where others are faster, in
  /// the middle of what is possible, so that each window tells more.
  var windowEnd: Seconds? {
    guard let latest = clock.latestEnd, let earliest = clock.earliestEnd else { return nil }
    return isLate && latest - earliest > 0.01 ? (latest + earliest) / 2 : latest
  }

  /// Begins the windows that have begun by a time.
  mutating func roll(to now: Seconds) {
    guard let limit else { return }
    guard let reset = clock.reset, let end = windowEnd else {
      // No windows are told: something comes back within the time that they usually last.
      if let known, known.left < 1, now >= known.at + clock.period {
        foretold = Level(left: min(Double(limit), refill ?? 1), order: count, at: now)
        self.known = nil
      }
      return
    }
    let late = now - Self.guardTime - end
    let passed = late < 0 ? 0 : (late / clock.period).rounded(.down) + 1
    let current = reset + Int(passed * clock.period)
    guard current > window ?? Int.min else { return }
    let windows = Double(current - (window ?? reset)) / clock.period
    measure()
    if shape.kind != .flow {
      leftBefore = max(0, left(at: now))
      foretold = Level(
        left: min(Double(limit), leftBefore + (refill ?? 1) * windows), order: count, at: now)
      known = nil
    }
    begin(current, at: end + (passed - 1) * clock.period)
  }

  /// Begins a window that was not seen before.
  mutating func begin(_ window: Int, at start: Seconds) {
    windowStart = start
    countAtStart = count
    accepted = 0
    carried = (carried + (refill ?? 0) * Double(share) / 100).truncatingRemainder(dividingBy: 1)
    paced = 0
    if lateWindow != self.window { isLate = false }
    // Where calls come back one by one it does not matter when windows begin.
    if shape.kind != .flow { lastPaced = nil }
    self.window = window
  }

  /// Learns from the window that ends how many calls came back when it began.
  mutating func measure() {
    guard let known, let limit, accepted > 0 else { return }
    let whole = known.left + Double(accepted)
    let measured = max(1, whole - leftBefore)
    measuredWindows += 1
    // A bucket that was full would have taken more.
    refill = whole >= Double(limit) - 1 ? max(refill ?? 1, measured) : measured
  }
}
