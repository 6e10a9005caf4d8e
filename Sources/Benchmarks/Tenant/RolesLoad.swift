import Dispatch
import Glibc
import Synchronization

/// Reads users' roles from several connections while another one changes them.
struct RolesLoad {
  /// Who is asked.
  let tenant: TenantProcess
  /// What is read, in turns.
  let paths: [String]
  /// The role that is given and taken.
  let role: String

  private static let readers = 2
  private static let writesPerSecond = 100

  /// What a while of it brought.
  struct Figures: Sendable {
    /// How long each read took, in milliseconds.
    var times = Sample()
    var readRate = 0.0
    var writeRate = 0.0
  }

  /// Runs for so many seconds; without a pace each reader asks as soon as it was answered.
  func run(readsPerSecond: Int?, seconds: Int) throws -> Figures {
    let results = Mutex<(figures: Figures, failure: BenchmarkError?)>((Figures(), nil))
    let begin = ContinuousClock.now
    let end = begin + .seconds(seconds)
    let (paths, role, port, token) = (paths, role, tenant.port, tenant.token)
    let group = DispatchGroup()
    // A queue for each, as a queue that all share has no more threads than there are cores.
    for number in 0...Self.readers {
      DispatchQueue(label: "load-\(number)").async(group: group) {
        do {
          let connection = try LoopbackConnection(port: port, token: token)
          if number == Self.readers {
            let pace = Duration.seconds(1) / Self.writesPerSecond
            let times = try Self.paced(every: pace, until: end) { turn in
              // Given, and taken from the same user in the next turn.
              let answer = try connection.send(
                turn.isMultiple(of: 2) ? "POST" : "DELETE", paths[turn / 2 % paths.count],
                body: #"{"roles":["\#(role)"]}"#)
              guard answer.status == 204 || answer.status == 409 else {
                throw BenchmarkError("A change of roles was answered \(answer.status).")
              }
            }
            let rate = Double(times.count) / ((ContinuousClock.now - begin) / .seconds(1))
            results.withLock { $0.figures.writeRate = rate }
          } else {
            let pace = readsPerSecond.map { Duration.seconds(1) * Self.readers / $0 }
            let times = try Self.paced(every: pace, until: end) { turn in
              let answer = try connection.get(paths[(turn * Self.readers + number) % paths.count])
              guard answer.status == 200 else {
                throw BenchmarkError("A user's roles were answered \(answer.status).")
              }
            }
            let rate = Double(times.count) / ((ContinuousClock.now - begin) / .seconds(1))
            results.withLock { results in
              results.figures.times.values += times
              results.figures.readRate += rate
            }
          }
        } catch {
          results.withLock { $0.failure = error as? BenchmarkError ?? BenchmarkError("\(error)") }
        }
      }
    }
    group.wait()
    let (figures, failure) = results.withLock { $0 }
    if let failure { throw failure }
    return figures
  }

  /// Does something again and again, and says how many milliseconds each took.
  ///
  /// Where the last one took too long the next one's time counts from when it should have begun:
  /// whoever waits behind a slow answer waits, too.
  private static func paced(
    every pace: Duration?, until end: ContinuousClock.Instant, _ work: (Int) throws -> Void
  ) throws -> [Double] {
    var times: [Double] = []
    var turn = 0
    var due = ContinuousClock.now
    while true {
      var begin = ContinuousClock.now
      if pace != nil {
        if begin < due {
          let wait = (due - begin) / .microseconds(1)
          usleep(UInt32(max(0, wait)))
          begin = .now
        } else {
          begin = due
        }
      }
      guard begin < end else { return times }
      try work(turn)
      times.append((ContinuousClock.now - begin).milliseconds)
      turn += 1
      if let pace { due += pace }
    }
  }
}
