import Canvas

/// When input must be thrown away for a frame's hold, and when the hold has settled.
///
/// It reads no clock: instants come in.
struct HoldTimer {
  typealias Instant = SuspendingClock.Instant

  /// How long a frame stands before it has settled.
  static let delay = Duration.milliseconds(250)

  private var painted: InputHold?
  private var deadline: Instant?

  /// Whether painting a frame with this hold would begin a hold: what waits was then typed at
  /// something else.
  func begins(_ hold: InputHold?) -> Bool { hold != nil && hold != painted }

  /// Takes note of a painted frame's hold; true when all input that waits must be thrown away.
  mutating func paint(_ hold: InputHold?, at instant: Instant) -> Bool {
    guard hold != painted else { return false }
    painted = hold
    deadline = hold == nil ? nil : instant.advanced(by: Self.delay)
    return hold != nil
  }

  /// The hold that has settled by now; each is told once.
  mutating func settle(at instant: Instant) -> InputHold? {
    guard let deadline, deadline <= instant else { return nil }
    self.deadline = nil
    return painted
  }

  /// How long until something settles; `nil` when nothing will.
  func timeLeft(at instant: Instant) -> Duration? {
    deadline.map { max(.zero, instant.duration(to: $0)) }
  }

  /// Forgets what is painted, because something else has been on the screen since.
  mutating func forget() {
    painted = nil
    deadline = nil
  }
}
