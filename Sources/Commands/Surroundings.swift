import FoundationEssentials
import Glibc

/// What the program takes from around it: the environment, the clock, chance.
struct Surroundings: Sendable {
  /// The environment's variables.
  let environment: [String: String]

  /// The process's own.
  static var process: Surroundings {
    Surroundings(environment: ProcessInfo.processInfo.environment)
  }

  /// What time it is.
  var now: Date { Date() }

  /// How far the local clock is ahead of UTC, in seconds.
  var secondsFromUTC: Int {
    var seconds = time(nil)
    var local = tm()
    guard localtime_r(&seconds, &local) != nil else { return 0 }
    return Int(local.tm_gmtoff)
  }

  /// A name that no other run of the program has, for the ids of its plans.
  var runName: String {
    "rolecall-\(String(Int(now.timeIntervalSince1970), radix: 36))-"
      + String(UInt32.random(in: .min ... .max), radix: 36)
  }

  /// Lets time pass.
  @Sendable static func pause(_ duration: Duration) async throws {
    try await Task.sleep(for: duration)
  }
}
