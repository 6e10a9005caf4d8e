extension CallBucket {
  /// Counts a call that came to no answer: the tenant may or may not have counted it.
  mutating func lose(_ sent: Sent) { inFlight -= 1 }

  /// Takes what an answer says.
  mutating func take(_ reading: RateLimitReading, of sent: Sent, at now: Seconds) {
    inFlight -= 1
    guard let limit = reading.limit, let remaining = reading.remaining else {
      isSilent = limit == nil
      if reading.isRefusal { pause(now, reading) } else { refusals = 0 }
      return
    }
    self.limit = limit
    let left = reading.isRefusal ? 0 : Double(min(remaining, limit))
    if let reset = reading.reset {
      _ = clock.note(reset, sent: sent.at, received: now)
      roll(to: now)
      note(left, of: sent, in: reset, at: now, isRefusal: reading.isRefusal)
    } else {
      known = Level(left: left, order: sent.order, at: sent.at)
    }
    if reading.isRefusal { pause(now, reading) }
  }

  private mutating func note(
    _ left: Double, of sent: Sent, in reset: Int, at now: Seconds, isRefusal: Bool
  ) {
    let isNew = reset > window ?? Int.min
    let isOld = reset < window ?? Int.min
    // It was sent before this window, and says nothing about it.
    if isOld, sent.order <= countAtStart { return }
    compare(left, at: now, in: reset, isRefusal: isRefusal)
    if isNew {
      // It has begun earlier than foretold.
      measure()
      leftBefore = max(0, self.left(at: sent.at) + 1)
      begin(reset, at: sent.at)
      countAtStart = sent.order - 1
      known = nil
    } else if isOld {
      // It has not begun yet, though that was foretold.
      window = reset
      known = nil
    }
    if !isRefusal {
      accepted += 1
      refusals = 0
    }
    if left == 0, accepted == 1, !isRefusal { thinWindows += 1 }
    if left > 0 { thinWindows = 0 }
    if isRefusal || thinWindows >= Self.thinWindowsInARow {
      isLate = true
      lateWindow = reset
    }
    let level = Level(
      left: isRefusal ? left : exactly(left, of: sent), order: sent.order, at: sent.at)
    guard let known else {
      self.known = level
      return
    }
    // Calls overtake each other: within a window the lowest is the last, where nothing flows.
    if shape.kind == .flow ? sent.order > known.order : left <= known.left { self.known = level }
  }

  /// What is left with the part of a call that came back already, which the header leaves out.
  private func exactly(_ left: Double, of sent: Sent) -> Double {
    guard shape.kind == .flow, let known, let limit else { return left }
    let came = shape.rate * Self.caution * (sent.at - known.at)
    let foretold = known.left + came - Double(sent.order - known.order)
    return max(left, min(foretold, left + 0.99, Double(limit - 1)))
  }

  private mutating func compare(
    _ left: Double, at now: Seconds, in reset: Int, isRefusal: Bool
  ) {
    if let newest, let limit {
      let came = left - newest.left + (isRefusal ? 0 : 1)
      // What comes to a full bucket is lost: at least so much came.
      if left < Double(limit - 1) || came > shape.rate * (now - newest.at) {
        shape.note(came, in: now - newest.at, isWithinWindow: newest.window == reset)
      }
    }
    newest = (left, now, reset)
  }

  /// Waits longer than the windows say where the tenant asks for it, or where the windows cannot be
  /// believed, as one refusal after the other shows.
  private mutating func pause(_ now: Seconds, _ reading: RateLimitReading) {
    if reading.reset == nil || reading.reset != refusedWindow { refusals += 1 }
    refusedWindow = reading.reset
    let asked = reading.retryAfter.map(Seconds.init)
    if reading.reset == nil || refusals > Self.believedRefusals {
      let longer = clock.period * Seconds(1 << min(6, max(0, refusals - Self.believedRefusals)))
      pausedUntil = max(pausedUntil, now + min(Self.longestPause, asked ?? longer))
    } else if let asked, let end = windowEnd, now + asked - 1 > end {
      // It is in whole seconds, so that the windows may know better by less than one.
      pausedUntil = max(pausedUntil, now + min(Self.longestPause, asked))
    }
  }

  /// So many windows that gave one call only show that others are faster.
  private static let thinWindowsInARow = 3
  /// After so many windows with refusals only the windows are not believed.
  private static let believedRefusals = 8
  /// Longer than that nothing waits without having asked again.
  private static let longestPause: Seconds = 60
}
