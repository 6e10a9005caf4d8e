extension CallBucket {
  /// When the next call may be sent: a time that has passed for now, `nil` for not before an answer.
  ///
  /// - Parameters:
  ///   - isPaced: Whether the calls are spread over the window, so that other programs get theirs.
  ///   - share: How many percent of what comes back may be used.
  mutating func nextTurn(at now: Seconds, isPaced: Bool, share: Int) -> Seconds? {
    if pausedUntil > now { return pausedUntil }
    guard limit != nil else { return inFlight == 0 || isSilent ? now : nil }
    roll(to: now)
    let left = left(at: now)
    guard left >= 1 else { return whenFilled(now, missing: 1 - left) }
    guard isPaced else { return now }
    let free = free(share, at: now)
    // Its share of this window is used up.
    guard free >= 1 else { return nextWindow(at: now) ?? now + clock.period }
    return due + spacing(free, share, at: now)
  }

  /// Marks a paced call as sent.
  mutating func pace(at now: Seconds, share: Int) {
    let reached = due + spacing(free(share, at: now), share, at: now)
    // What is late is caught up with, but not all at once.
    lastPaced = lastPaced == nil ? now : min(now, max(reached, now - Self.longestDelay))
    paced += 1
    self.share = share
  }

  /// When the window ends in which calls are sent now; `nil` where windows are not known.
  func nextWindow(at now: Seconds) -> Seconds? {
    guard let end = windowEnd, let window, let reset = clock.reset else { return nil }
    return end + Seconds(window - reset) + Self.guardTime
  }

  /// How many calls come back a second; `nil` until that was seen.
  var refillPerSecond: Double? {
    guard shape.kind != .flow else { return shape.rate }
    // Before the first window that is seen nobody knows what was left.
    return measuredWindows < 2 ? nil : refill.map { $0 / clock.period }
  }

  /// How much of what is left a share may use now.
  private func free(_ share: Int, at now: Seconds) -> Double {
    let left = left(at: now)
    guard share < 100, let limit else { return left }
    let part = Double(share) / 100
    let reserve = ((1 - part) * Double(limit)).rounded(.down)
    let whole = shape.kind == .flow ? Double(limit) : refill ?? Double(limit)
    return min(left - reserve, part * whole + carried - Double(paced))
  }

  /// When the last call was due, within this window.
  private var due: Seconds { lastPaced ?? windowStart }

  /// How far apart calls are, so that what is free lasts until shortly before the window's end.
  private func spacing(_ free: Double, _ share: Int, at now: Seconds) -> Seconds {
    if shape.kind == .flow { return flowSpacing(free, share, at: now) }
    guard lastPaced != nil, let end = windowEnd, let window, let reset = clock.reset else {
      return 0
    }
    let rest = end + Seconds(window - reset) - due
    // Few calls are a little off the beat at which one would come back for each, if they did so one by
    // one: whether they do is then seen.
    return max(
      0,
      min(
        Self.offBeat * rest / (free + 1),
        (rest - clock.period * Self.margin) / max(1, free)))
  }

  /// How far apart calls are where they come back one by one.
  ///
  /// Each program sees come back what the others leave. If it took all of that, whoever was first would keep
  /// what it has. So it takes a part, and besides of what gathers in the bucket by how much it is: all see
  /// the same there, and come to take the same.
  private func flowSpacing(_ free: Double, _ share: Int, at now: Seconds) -> Seconds {
    let rate = shape.rate * Self.caution
    guard share == 100 else { return 1 / max(0.01, rate * Double(share) / 100) }
    let gathered = max(0, free - rate * max(0, now - due))
    return 1 / max(0.01, shape.rate * Self.restraint + gathered / (Self.drain * clock.period))
  }

  private func whenFilled(_ now: Seconds, missing: Double) -> Seconds {
    if shape.kind == .flow {
      return now + max(0.0005, missing / max(shape.rate * Self.caution, 0.01))
    }
    let seen = known?.at ?? foretold.at
    guard let next = nextWindow(at: now) else { return max(seen + clock.period, now + 0.0005) }
    guard shape.kind == .unknown, refusals == 0 else { return next }
    return max(next, seen + min(clock.period, shape.rate > 0 ? 1 / shape.rate : clock.period))
  }

  /// How much of a rate that was measured is relied upon.
  static let caution = 0.98
  /// The part of what comes back that is taken whatever has gathered.
  private static let restraint = 0.7
  /// In how many seconds what has gathered would be gone, if nothing came back.
  private static let drain = 1.25
  /// How much farther apart few calls are than evenly.
  private static let offBeat = 1.05
  /// The part of a window at its end in which no call is due, so that none is late.
  private static let margin = 0.1
  /// By how much a paced call can be late and still count as sent when it was due.
  private static let longestDelay: Seconds = 0.05
}
