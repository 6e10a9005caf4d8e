import ArgumentParser
import FoundationEssentials

/// `Benchmarks tenant`: how fast the local tenant is, with load from this process.
struct TenantFiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenant",
    abstract: "Start, searches, a user's roles under load, memory of a large local tenant.",
    discussion: "A goal that is missed is said, and does not fail the command.")

  @Option(help: "The program to measure; unless given, the one that was built beside this one.")
  var program: String?
  @Option(help: "How many people the tenant has.") var users = 200_000
  @Option(help: "How often each search is made.") var searches = 200
  @Option(help: "For how many seconds a user's roles are read, at a pace and then at full speed.")
  var seconds = 10
  @Flag(help: "Leave out the walk over all users, which takes minutes.") var skipWalk = false

  mutating func validate() throws {
    guard (10...200_000).contains(users), searches >= 1, seconds >= 1 else {
      throw ValidationError("It takes 10 to 200000 users, one search and one second or more.")
    }
  }

  func run() throws {
    let path = try InstalledProgram.rolecall(program)
    print(Calibration.machine, terminator: " ")
    print("\(users) users")
    let playground = try Playground()
    let tenant = try TenantProcess(
      program: path, arguments: ["--users", "\(users)", "--rate", "1000000", "--burst", "1000000"],
      environment: playground.environment)
    let figures = try TenantMeasurement(tenant: tenant, searches: searches, seconds: seconds)
      .run(walks: !skipWalk)
    print(TenantReport(figures: figures).text)
  }
}
