/// Learns from `x-ratelimit-reset` when the tenant's windows end, by this machine's clock.
///
/// The header is in whole seconds of a clock that may be off, and a window may end anywhere within
/// such a second. But all answers of one window bear the same number, and the next window's another. So
/// a call that was sent at *s* and saw *R* says that the window of *R* ends after *s*, and that it began
/// before *s*: the offset between *R* and the end lies within bounds that draw closer with each answer.
///
/// All times are those of sending. A call arrives a little later, always by about the same time, which
/// then does not matter; how much later than usual it can have arrived is told by its round trip.
struct ResetClock: Hashable, Sendable {
  /// How long a window lasts: a second, until the tenant is seen to have longer ones.
  private(set) var period: Seconds = 1
  /// The latest number seen.
  private(set) var reset: Int?
  /// *R* less the end of its window is less than this.
  private var highest: Seconds = .infinity
  /// *R* less the end of its window is at least this, but for the round trip's usual length.
  private var lowest: Seconds = -.infinity
  private var firstSent: Seconds = 0
  private var shortestTrip: Seconds = .infinity
  private var trips = 0
  private var notedAt: Seconds = 0

  /// No window is waited for longer without asking again.
  private static let longestPeriod: Seconds = 60
  /// By how much two clocks may drift apart.
  private static let drift = 1e-4
  /// The first round trips may hold the making of a connection, and are not taken for usual.
  private static let unusualTrips = 4

  /// How long a call usually takes to arrive and to come back; nothing where that is not known yet.
  var usualTrip: Seconds { trips < Self.unusualTrips ? 0 : shortestTrip }

  /// Takes the number that a call saw.
  ///
  /// - Returns: Whether a window that was not seen before has begun.
  mutating func note(_ reset: Int, sent: Seconds, received: Seconds) -> Bool {
    let trip = received - sent
    shortestTrip = min(shortestTrip, trip)
    trips += 1
    let elapsed = max(0, received - notedAt)
    notedAt = max(notedAt, received)
    highest += elapsed * Self.drift
    lowest -= elapsed * Self.drift
    defer { self.reset = max(self.reset ?? reset, reset) }
    guard let last = self.reset else {
      begin(reset, sent, received)
      return true
    }
    // A clock that was set anew.
    guard abs(reset - last) < 1_000_000, reset > last - 10 || reset > last else {
      self.reset = reset
      begin(reset, sent, received)
      return true
    }
    let isNew = reset > last
    if isNew {
      let step = Seconds(reset - last)
      if step < period {
        lowest += period - step
        period = step
      }
      firstSent = sent
    } else if reset == last, received - firstSent < 0 || sent - firstSent > period + 0.05 {
      // One window, seen for longer than windows were thought to last.
      let longer = min(Self.longestPeriod, max(2 * period, sent - firstSent))
      lowest -= longer - period
      period = longer
    }
    narrow(reset, sent, received)
    return isNew
  }

  private mutating func begin(_ reset: Int, _ sent: Seconds, _ received: Seconds) {
    firstSent = sent
    highest = Seconds(reset) - sent
    lowest = Seconds(reset) - received - period
  }

  private mutating func narrow(_ reset: Int, _ sent: Seconds, _ received: Seconds) {
    highest = min(highest, Seconds(reset) - sent)
    lowest = max(lowest, Seconds(reset) - received - period)
    // What contradicts itself is believed no more; the newest is.
    if lowest + usualTrip > highest {
      highest = Seconds(reset) - sent
      lowest = Seconds(reset) - received - period
    }
  }

  /// When the latest window ends at the earliest.
  var earliestEnd: Seconds? { reset.map { Seconds($0) - highest } }

  /// When the latest window ends at the latest.
  var latestEnd: Seconds? { reset.map { Seconds($0) - lowest - usualTrip } }
}
