import FoundationEssentials

extension Answer {
  /// What the answer says about the rate limit, for the scheduler; absurd numbers count as absent.
  var rateLimitReading: RateLimitReading {
    func number(_ name: String, _ range: ClosedRange<Int>) -> Int? {
      headers[name].flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }
    }
    let isRefusal = status == 429
    return RateLimitReading(
      limit: number("x-ratelimit-limit", 1...1_000_000_000),
      remaining: number("x-ratelimit-remaining", 0...1_000_000_000),
      reset: number("x-ratelimit-reset", 0...100_000_000_000),
      isRefusal: isRefusal,
      isGlobal: isRefusal && String(decoding: body.prefix(1_000), as: UTF8.self).contains("Global"),
      retryAfter: isRefusal
        ? retryAt.flatMap { time in
          guard headers["retry-after"] != nil else { return nil }
          return Int(max(0, time.timeIntervalSince(receivedAt)).rounded(.up))
        } : nil)
  }
}
