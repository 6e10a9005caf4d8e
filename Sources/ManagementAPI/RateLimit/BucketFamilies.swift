import AccessModel

/// Which operations are counted in which bucket: no header names one, so it is told from what answers say.
struct BucketFamilies: Sendable {
  private var homes: [Operation: Int] = [:]
  private var doubts: [Operation: Int] = [:]
  private var agreements: [Int: Int] = [:]
  /// The bucket that the newest answer was counted in.
  private(set) var latest = 0

  /// So many answers in a row must agree before two buckets are one, or disagree before one is two.
  private static let inARow = 4

  /// The bucket of an operation; `nil` until one of its calls was answered.
  func home(of operation: Operation) -> Int? { homes[operation] }

  /// The bucket that an answer is about: a known one where it agrees, else a new one.
  ///
  /// - Parameter bucket: The bucket that the call was sent from.
  mutating func bucket(
    of operation: Operation, for reading: RateLimitReading, sentFrom bucket: Int,
    _ buckets: inout [CallBucket], _ now: Seconds
  ) -> Int {
    let current = homes[operation] ?? bucket
    defer { latest = homes[operation] ?? latest }
    // A refusal for all calls speaks of the bucket of all calls.
    guard reading.limit != nil, reading.remaining != nil, !reading.isGlobal else {
      return buckets.indices.contains(current) ? current : bucket
    }
    if buckets[current].limit == nil || agrees(reading, with: buckets[current], now) {
      doubts[operation] = nil
      homes[operation] = current
      merge(current, &buckets, now)
      return current
    }
    doubts[operation, default: 0] += 1
    let isSettled = homes[operation] != nil && buckets[current].limit == reading.limit
    if isSettled, doubts[operation, default: 0] < Self.inARow { return current }
    doubts[operation] = nil
    let other = buckets.indices.first { $0 != current && agrees(reading, with: buckets[$0], now) }
    if other == nil { buckets.append(CallBucket()) }
    let home = other ?? buckets.count - 1
    homes[operation] = home
    return home
  }

  /// Whether an answer can be about a bucket.
  ///
  /// It is of the same size, and not much more is left than is known to be. Less can be left at any time, for other programs call as well.
  private func agrees(_ reading: RateLimitReading, with bucket: CallBucket, _ now: Seconds) -> Bool
  {
    guard let limit = reading.limit, limit == bucket.limit, let remaining = reading.remaining else {
      return false
    }
    if let reset = reading.reset, let window = bucket.window, reset > window { return true }
    let slack = Double(max(3, limit / 10))
    return Double(remaining) <= bucket.left(at: now) + Double(bucket.inFlight) + slack
  }

  /// Makes two buckets one, whose answers have long said the same.
  private mutating func merge(_ current: Int, _ buckets: inout [CallBucket], _ now: Seconds) {
    for other in Set(homes.values).sorted() where other != current {
      let pair = min(current, other) * 10_000 + max(current, other)
      let (mine, theirs) = (buckets[current], buckets[other])
      guard mine.limit == theirs.limit, mine.window == theirs.window, let limit = mine.limit,
        mine.left(at: now) < Double(limit - 2),
        abs(mine.left(at: now) - theirs.left(at: now)) <= 1
      else {
        agreements[pair] = nil
        continue
      }
      agreements[pair, default: 0] += 1
      guard agreements[pair, default: 0] >= Self.inARow else { continue }
      for (operation, home) in homes where home == other { homes[operation] = current }
    }
  }
}
