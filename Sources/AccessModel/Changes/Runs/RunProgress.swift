/// How far a run has come: what its screen and its progress bar show.
package struct RunProgress: Hashable, Sendable {
  /// How many changes the plan has.
  package let total: Int
  /// How many were made and are seen to hold.
  package private(set) var done = 0
  /// How many were so already.
  package private(set) var alreadySo = 0
  /// How many were refused, or accepted and not in effect.
  package private(set) var failed = 0
  /// Of how many nobody knows.
  package private(set) var unknown = 0
  /// How many were sent and wait for their verification.
  package private(set) var sent = 0

  private var moments: [Timestamp] = []
  private var oldest = 0
  /// Whether it is known when changes were sent: of many that is long before they come to an end.
  private var areSendingsTimed = false

  /// Over how many changes the rate is measured.
  private static let window = 50

  /// A run that has not begun.
  package init(total: Int) {
    self.total = total
  }

  /// How many are left to be sent.
  package var left: Int { max(0, total - done - alreadySo - failed - unknown - sent) }

  /// How many have come to an end, of any kind.
  package var ended: Int { done + alreadySo + failed + unknown }

  /// How many were sent, or have come to an end without: of many none is verified before all were sent.
  package var made: Int { ended + sent }

  /// Which part that is, from 0 to 1.
  package var madeFraction: Double { total > 0 ? Double(made) / Double(total) : 1 }

  /// Takes that changes were sent, and when.
  package mutating func noteSent(_ count: Int = 1, at moment: Timestamp? = nil) {
    sent += count
    guard let moment else { return }
    areSendingsTimed = true
    for _ in 0..<count { take(moment) }
  }

  private mutating func take(_ moment: Timestamp) {
    if moments.count < Self.window {
      moments.append(moment)
    } else {
      moments[oldest] = moment
      oldest = (oldest + 1) % Self.window
    }
  }

  /// Takes what became of a change.
  ///
  /// - Parameters:
  ///   - state: What was read.
  ///   - wasSent: Whether it had been noted as sent.
  ///   - moment: When.
  package mutating func note(
    _ state: ChangeOutcome.State, wasSent: Bool = true, at moment: Timestamp
  ) {
    if wasSent { sent = max(0, sent - 1) }
    switch state {
    case .done: done += 1
    case .alreadySo, .soMeanwhile: alreadySo += 1
    case .leftOut(let decision): note(decision)
    case .notSent: return
    case .notInEffect, .failed: failed += 1
    case .unknown: unknown += 1
    }
    if wasSent, !areSendingsTimed { take(moment) }
  }

  private mutating func note(_ decision: ResumeDecision) {
    switch decision {
    case .recorded, .recordedUnread: done += 1
    case .alreadySo, .soWithUncertainFate: alreadySo += 1
    case .askLog, .askPerson, .unread: unknown += 1
    case .send: return
    case .decidedAgainSince, .decidedByOthers, .leftByPerson, .refused, .userDeleted,
      .userCreatedAnotherTime, .roleDeleted, .unreadableRecord:
      failed += 1
    }
  }

  /// How many changes a second were sent lately, or came to an end where nobody said when they were sent;
  /// `nil` before two have, and where the clock stood still or was set back.
  package func rate(at now: Timestamp) -> Double? {
    guard moments.count > 1, let first = moments.min(), now > first else { return nil }
    return Double(moments.count) * 1_000 / Double(now.milliseconds - first.milliseconds)
  }

  /// How long calls take by the tenant's refill.
  ///
  /// The calls that are left in the bucket go at once, the others as fast as it is filled again, of which
  /// a run takes a share.
  ///
  /// - Parameters:
  ///   - calls: How many are left to make, verification included.
  ///   - remaining: How many the bucket holds; `nil` where the tenant did not say.
  ///   - refill: How many a second come in; `nil` where it was not learned yet.
  ///   - share: Which part of it the run takes, in percent.
  /// - Returns: Seconds; `nil` where it cannot be told.
  package static func secondsToGo(
    calls: Int, remaining: Int?, refill: Double?, share: Int
  ) -> Double? {
    guard let refill, refill > 0, share > 0 else { return nil }
    let part = Double(min(share, 100)) / 100
    let waiting = Double(max(0, calls)) - Double(max(0, remaining ?? 0)) * part
    return max(0, waiting) / (refill * part)
  }
}
