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
    return due + spacing(free, share)
  }

  /// Marks a paced call as sent.
  mutating func pace(at now: Seconds, share: Int) {
    let reached = due + spacing(free(share, at: now), share)
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
  private func spacing(_ free: Double, _ share: Int) -> Seconds {
    if shape.kind == .flow {
      let rate = shape.rate * Self.caution * Double(share) / 100
      let more = share < 100 ? 0 : max(0, free - 1) / clock.period
      return 1 / max(0.01, rate + more)
    }
    guard lastPaced != nil, let end = windowEnd, let window, let reset = clock.reset else {
      return 0
    }
    let stop = end + Seconds(window - reset) - clock.period * Self.margin
    return max(0, stop - due) / (free + 1)
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
  /// The part of a window at its end in which no call is due, so that none is late.
  private static let margin = 0.1
  /// By how much a paced call can be late and still count as sent when it was due.
  private static let longestDelay: Seconds = 0.05
}
