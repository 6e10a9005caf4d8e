import ArgumentParser
import FoundationEssentials

/// `Benchmarks screens`: what a person feels of the screens, beside two programs in C.
struct ScreensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screens",
    abstract: "Start, key to paint, bytes, memory and idling, beside tig, nnn and a floor.",
    discussion: "A goal that is missed is said, and does not fail the command.")

  @Option(help: "The program to measure; unless given, the one that was built beside this one.")
  var program: String?
  @Option(help: "How often each program is started.") var starts = 20
  @Option(help: "How many keys each program is given, in steps of 20.") var keys = 2_000
  @Option(help: "For how many seconds each program is left alone.") var idle = 3

  mutating func validate() throws {
    guard starts >= 1, keys >= ScreenMeasurement.movements, idle >= 1 else {
      throw ValidationError(
        "It takes one start, \(ScreenMeasurement.movements) keys and one second or more.")
    }
  }

  func run() throws {
    let path = try InstalledProgram.rolecall(program)
    print(Calibration.machine, terminator: " ")
    print("\(ProgramRun.columns)x\(ProgramRun.rows), xterm-256color,", terminator: " ")
    print("\(starts) starts and \(keys) keys each")

    let playground = try Playground()
    let tenant = try TenantProcess(program: path, environment: playground.environment)
    let rivals = [try Contestant.tig(in: playground), try Contestant.nnn(in: playground)]
    for (name, rival) in zip(["tig", "nnn"], rivals) where rival == nil {
      print("\(name) is not installed here and left out.")
    }
    let contestants =
      [.rolecall(path, in: playground, tenant: tenant)] + rivals.compactMap { $0 }
      + [try .floor(in: playground)]
    let figures = try ScreenMeasurement(
      contestants: contestants, starts: starts, keys: keys, idle: idle
    ).run()
    print(ScreensReport(figures: figures, command: self).text)
  }
}
