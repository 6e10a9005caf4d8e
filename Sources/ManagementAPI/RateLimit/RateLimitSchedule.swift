import AccessModel

/// Decides which call of a tenant is sent when: a value without a clock.
///
/// It knows no subscription's numbers. Each answer says how large the bucket is that its operation is
/// counted in and what is left there (``CallBucket``); operations whose answers agree share a bucket.
struct RateLimitSchedule: Sendable {
  private var lanes: [LaneKey: Lane] = [:]
  private var buckets: [CallBucket] = []
  private var families = BucketFamilies()
  /// How many calls are on their way of operations of which nobody knows yet where they are counted.
  private var probes: [Operation: Int] = [:]
  private var personsInRow = 0
  private var inFlight = 0
  /// How many calls wait for their turns.
  private(set) var waiting = 0
  /// Until when the tenant takes no call at all.
  private var pausedUntil: Seconds = -.infinity

  /// After so many calls for a person, one of the background is next.
  private static let personsBeforeBackground = 9
  /// So many calls at most go before the first answer tells where an operation is counted.
  private static let mostProbes = 5
  /// So many calls at most are on their way, however much is left: what a program can have open.
  static let mostInFlight = 400

  /// Takes a call in, to be sent when its turn comes.
  mutating func add(_ call: Call) {
    lanes[LaneKey(call), default: Lane()].add(call)
    waiting += 1
  }

  /// Takes a call away that waits no more.
  mutating func withdraw(_ call: Call) {
    lanes[LaneKey(call)]?.remove(call.id)
    waiting -= 1
  }

  /// The next call that may be sent now; or else when to ask again, if no answer comes before.
  mutating func next(at now: Seconds) -> (turn: Turn?, askAt: Seconds?) {
    guard inFlight < Self.mostInFlight else { return (nil, nil) }
    guard pausedUntil <= now else { return (nil, waiting > 0 ? pausedUntil : nil) }
    let givesWay = personsInRow >= Self.personsBeforeBackground
    var best: (call: Call, bucket: Int)?
    var askAt: Seconds?
    for (key, lane) in lanes {
      guard let call = lane.head else { continue }
      let isPaced = key.priority == .background && !givesWay
      let (time, bucket) = turn(for: call, isPaced: isPaced, at: now)
      guard let time else { continue }
      guard time <= now else {
        askAt = min(askAt ?? time, time)
        continue
      }
      if let other = best?.call, !Self.precedes(call, other, givesWay) { continue }
      best = (call, bucket)
    }
    guard let best else { return (nil, askAt) }
    return (send(best.call, from: best.bucket, at: now), nil)
  }

  /// Sends a call at once, whatever is left.
  mutating func force(_ call: Call, at now: Seconds) -> Turn {
    add(call)
    let bucket = turn(for: call, isPaced: false, at: now).bucket
    lanes[LaneKey(call)]?.remove(call.id)
    return count(call, in: bucket, at: now)
  }

  /// When a call's turn comes at the earliest, as things stand; `nil` where that is by a limit.
  mutating func isBeyond(_ limit: Seconds, _ call: Call, at now: Seconds) -> Seconds? {
    let time = max(turn(for: call, isPaced: false, at: now).time ?? now, pausedUntil)
    return time > limit ? time : nil
  }

  /// Takes in what the answer to a call says.
  mutating func take(_ reading: RateLimitReading, for turn: Turn, at now: Seconds) {
    inFlight -= 1
    let operation = turn.call.operation
    probes[operation, default: 1] -= 1
    let bucket = families.bucket(of: operation, for: reading, sentFrom: turn.bucket, &buckets, now)
    if bucket == turn.bucket {
      buckets[bucket].take(reading, of: turn.sent, at: now)
    } else {
      buckets[turn.bucket].lose(turn.sent)
      let sent = buckets[bucket].send(at: turn.sent.at)
      buckets[bucket].take(reading, of: sent, at: now)
    }
    if reading.isGlobal {
      let end = buckets[bucket].nextWindow(at: now) ?? now + 1
      pausedUntil = max(pausedUntil, end, buckets[bucket].pausedUntil)
    }
  }

  /// Counts a call that came to no answer.
  mutating func lose(_ turn: Turn) {
    inFlight -= 1
    probes[turn.call.operation, default: 1] -= 1
    buckets[turn.bucket].lose(turn.sent)
  }

  /// How many calls come back a second to the bucket of an operation; `nil` where it is not known.
  func refillPerSecond(of operation: Operation) -> Double? {
    families.home(of: operation).flatMap { buckets[$0].refillPerSecond }
  }

  private static func precedes(_ call: Call, _ other: Call, _ givesWay: Bool) -> Bool {
    guard call.priority != other.priority else { return call.id < other.id }
    return (call.priority == .background) == givesWay
  }

  private mutating func turn(
    for call: Call, isPaced: Bool, at now: Seconds
  ) -> (time: Seconds?, bucket: Int) {
    if buckets.isEmpty { buckets.append(CallBucket()) }
    guard let home = families.home(of: call.operation) else {
      // The first answer tells where it belongs; until then it waits where the last one was counted.
      let bucket = families.latest
      // One, or a tenth of what that takes at once: where little is left, one that is counted elsewhere is refused.
      let most = min(Self.mostProbes, max(1, (buckets[bucket].limit ?? 0) / 10))
      guard probes[call.operation, default: 0] < most else { return (nil, bucket) }
      return (buckets[bucket].nextTurn(at: now, isPaced: false, share: 100), bucket)
    }
    let share = call.priority == .person ? 100 : call.share
    return (buckets[home].nextTurn(at: now, isPaced: isPaced, share: share), home)
  }

  private mutating func send(_ call: Call, from bucket: Int, at now: Seconds) -> Turn {
    lanes[LaneKey(call)]?.removeHead()
    return count(call, in: bucket, at: now)
  }

  private mutating func count(_ call: Call, in bucket: Int, at now: Seconds) -> Turn {
    waiting -= 1
    inFlight += 1
    personsInRow = call.priority == .person ? personsInRow + 1 : 0
    probes[call.operation, default: 0] += 1
    if call.priority == .background { buckets[bucket].pace(at: now, share: call.share) }
    return Turn(call: call, bucket: bucket, sent: buckets[bucket].send(at: now))
  }
}
