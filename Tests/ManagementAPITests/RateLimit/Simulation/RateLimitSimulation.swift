import AccessModel
import SeededRandomness
import Testing

@testable import ManagementAPI

/// Programs that write to one tenant as fast as their schedules let them, in virtual time.
struct RateLimitSimulation {
  /// What is simulated.
  struct Setting: Sendable, CustomTestStringConvertible {
    var kind: SimulatedBucket.Kind
    var rate: Double
    /// How many calls at once, in seconds of the rate.
    var burst: Double
    var latency: Double
    var programs = 1
    /// What part of the limit a client takes that is not ours.
    var others = 0.0
    var share = 100
    var seed: UInt64

    var testDescription: String {
      "\(kind), \(rate) a second, burst \(burst) s, latency \(latency), \(programs) programs,"
        + " others \(others), share \(share), seed \(seed)"
    }
  }

  /// What came of it, after the burst.
  struct Outcome {
    var done: [Int]
    var refused: [Int]
    var others = 0

    /// The part of what the limit left to our programs that they used.
    func used(of setting: Setting) -> Double {
      Double(done.reduce(0, +)) / (setting.rate * RateLimitSimulation.seconds - Double(others))
    }

    /// The part of all calls that was refused.
    var refusals: Double {
      let refused = Double(refused.reduce(0, +))
      return refused / max(1, refused + Double(done.reduce(0, +)))
    }
  }

  private enum Event {
    case ask(Int, number: Int)
    case arrive(Int, RateLimitSchedule.Turn)
    case answer(Int, RateLimitSchedule.Turn, RateLimitReading)
    case others
  }

  /// For how long is counted.
  static let seconds = 20.0
  private let setting: Setting
  private var random: SeededGenerator
  private var bucket: SimulatedBucket
  private var events = EventQueue<Event>()
  private var programs: [RateLimitSchedule]
  private var asks: [Int]
  private var calls = 0
  private var outcome: Outcome

  private init(_ setting: Setting) {
    self.setting = setting
    random = SeededGenerator(seed: setting.seed)
    bucket = SimulatedBucket(
      kind: setting.kind, rate: setting.rate, burst: setting.rate * setting.burst,
      phase: Double.random(in: 0..<1, using: &random), skew: setting.seed.isMultiple(of: 2) ? 90 : 0
    )
    programs = Array(repeating: RateLimitSchedule(), count: setting.programs)
    asks = Array(repeating: 0, count: setting.programs)
    let none = Array(repeating: 0, count: setting.programs)
    outcome = Outcome(done: none, refused: none)
  }

  /// Runs it.
  static func run(_ setting: Setting) -> Outcome {
    var simulation = RateLimitSimulation(setting)
    simulation.run()
    return simulation.outcome
  }

  private mutating func run() {
    let start = 100 + Double.random(in: 0..<1, using: &random)
    let counted = start + 3 + setting.burst
    let end = counted + Self.seconds
    for program in programs.indices {
      for _ in 0..<RateLimitSchedule.mostInFlight { addCall(to: program) }
      events.add(.ask(program, number: 0), at: start + 0.3 * Double(program))
    }
    if setting.others > 0 { events.add(.others, at: start) }
    while let (now, event) = events.next(), now < end + 1 {
      let isCounted = (counted..<end).contains(now)
      switch event {
      case .ask(let program, let number): if number == asks[program] { ask(program, now) }
      case .arrive(let program, let turn):
        let reading = bucket.take(at: now)
        if isCounted, reading.isRefusal { outcome.refused[program] += 1 }
        if isCounted, !reading.isRefusal { outcome.done[program] += 1 }
        events.add(.answer(program, turn, reading), at: now + delay())
      case .answer(let program, let turn, let reading):
        programs[program].take(reading, for: turn, at: now)
        addCall(to: program)
        ask(program, now)
      case .others:
        if !bucket.take(at: now).isRefusal, isCounted { outcome.others += 1 }
        events.add(.others, at: now + 1 / (setting.others * setting.rate))
      }
    }
  }

  private mutating func addCall(to program: Int) {
    calls += 1
    programs[program].add(
      RateLimitSchedule.Call(
        id: calls, operation: .removeUserRoles, priority: .background, share: setting.share))
  }

  private mutating func ask(_ program: Int, _ now: Double) {
    asks[program] += 1
    while true {
      let (turn, askAt) = programs[program].next(at: now)
      if let turn {
        // The first calls make connections.
        let connecting = turn.sent.order < 3 ? 0.003 + setting.latency : 0
        events.add(.arrive(program, turn), at: now + delay() + connecting)
      } else {
        let late = Double.random(in: 0..<0.0005, using: &random)
        if let askAt { events.add(.ask(program, number: asks[program]), at: askAt + late) }
        return
      }
    }
  }

  /// How long a call or its answer takes: about the same, and now and then longer.
  private mutating func delay() -> Double {
    let chance = Double.random(in: 0..<1, using: &random)
    return setting.latency / 2 + 0.0002 + 0.003 * chance * chance * chance
      + (chance > 0.995 ? 0.005 : 0)
  }
}
