extension TenantConfiguration {
  /// What goes wrong, how often, and by which seed: the same requests meet the same faults.
  ///
  /// ```
  /// latency=50..200,5xx=0.02,cut-before=0.01,429-storm=0.05*20,skew=90;seed=7
  /// ```
  ///
  /// A comma and a semicolon are the same. Chances are from 0 to 1; at most one fault besides the
  /// latency meets a request, so that the chances together are at most 1.
  package struct Faults: Sendable, Equatable {
    /// What can happen to one request.
    package enum Kind: String, Sendable, CaseIterable {
      /// 500, 502, 503 or 504; half of the time the request was carried out nevertheless.
      case serverError = "5xx"
      /// The connection is cut before the request is carried out.
      case cutBefore = "cut-before"
      /// The request is carried out, and the connection cut without an answer.
      case cutUnanswered = "cut-unanswered"
      /// The request is carried out, and the connection cut within the answer.
      case cutDuring = "cut-during"
      /// The connection is cut after the answer, which had promised to keep it.
      case cutAfter = "cut-after"
      /// The request is carried out, and the answer is whole by its length, but half by its JSON.
      case halfBody = "half-body"
      /// A page in HTML with status 200, as a captive portal has it; nothing is carried out.
      case html
      /// 401, as if the token had expired this moment.
      case expiredToken = "expired-token"
    }

    /// How long each answer takes: `latency=50..200`, or `latency=50`, in milliseconds.
    package var latency: ClosedRange<Duration>
    /// The chance of each kind of fault, from 0 to 1.
    package var chances: [Kind: Double]
    /// The chance of 429 storms: `429-storm=0.05*20`, where of every 20 requests that follow each
    /// other all are answered 429, with a chance of 5 in a hundred.
    package var stormChance: Double
    /// How many requests a storm lasts.
    package var stormLength: Int
    /// How far the tenant's clock is ahead, in seconds: `skew=90`, or behind: `skew=-90`.
    package var skew: Int
    /// What chance is drawn from: `seed=7`.
    package var seed: UInt64

    /// No faults at all.
    package static let none = Faults()

    /// Faults of these kinds.
    package init(
      latency: ClosedRange<Duration> = .zero...(.zero), chances: [Kind: Double] = [:],
      stormChance: Double = 0, stormLength: Int = 20, skew: Int = 0, seed: UInt64 = 1
    ) {
      self.latency = latency
      self.chances = chances
      self.stormChance = stormChance
      self.stormLength = max(1, stormLength)
      self.skew = skew
      self.seed = seed
    }

    /// Reads a text of faults; an empty one asks for none.
    ///
    /// - Throws: ``SwitchError`` for a name or a value that there is not.
    package init(parsing text: String) throws(SwitchError) {
      var list = try SwitchList(text)
      let latency = try list.take("latency", "a range such as 50..200", Self.range)
      var chances: [Kind: Double] = [:]
      for kind in Kind.allCases {
        if let chance = try list.chance(kind.rawValue), chance > 0 { chances[kind] = chance }
      }
      let storm = try list.take("429-storm", "a chance and a length such as 0.05*20", Self.storm)
      let skew = try list.take("skew", "a number of seconds up to a day") { text in
        Int(text).flatMap { abs($0) <= 86_400 ? $0 : nil }
      }
      let seed = try list.take("seed", "a whole number") { UInt64($0) }
      try list.finish()
      let total = chances.values.reduce(0, +)
      guard total <= 1 + 1e-9 else {
        throw SwitchError(text: text, problem: "has chances of more than 1 together")
      }
      self.init(
        latency: latency ?? .zero...(.zero), chances: chances, stormChance: storm?.chance ?? 0,
        stormLength: storm?.length ?? 20, skew: skew ?? 0, seed: seed ?? 1)
    }

    private static func range(_ text: String) -> ClosedRange<Duration>? {
      guard let dots = text.firstRange(of: "..") else {
        return SwitchList.time(text).map { $0...$0 }
      }
      guard let lower = SwitchList.time(String(text[..<dots.lowerBound])),
        let upper = SwitchList.time(String(text[dots.upperBound...])), lower <= upper
      else { return nil }
      return lower...upper
    }

    private static func storm(_ text: String) -> (chance: Double, length: Int)? {
      let parts = text.split(separator: "*", omittingEmptySubsequences: false)
      guard let chance = parts.first.flatMap({ Double($0) }), (0...1).contains(chance),
        parts.count <= 2
      else { return nil }
      guard parts.count == 2 else { return (chance, 20) }
      guard let length = Int(parts[1]), (1...100_000).contains(length) else { return nil }
      return (chance, length)
    }
  }
}
