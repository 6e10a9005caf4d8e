import AccessModel
import ArgumentParser
import FoundationEssentials
import ManagementAPI

/// `Benchmarks changes`: what a run takes on a tenant that limits it, what its journal costs, and how long a
/// person waits for the question about very many.
struct ChangesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Runs under rate limits, with the journal on disk and in memory, and a large plan.",
    discussion: """
      The local tenant runs in a process of its own. At 2 calls a second it takes a quarter of an hour. A
      goal that is missed is said, and does not fail the command.
      """)

  /// What can be measured.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case paced
    case journal
    case plan
  }

  @Option(help: "The program to serve the tenant; unless given, the one built beside this one.")
  var program: String?
  @Option(
    parsing: .upToNextOption, help: "What to measure: paced, journal, plan; unless said, all.")
  var parts = Part.allCases
  @Option(
    parsing: .upToNextOption,
    help: "Rates in calls a second, each with its burst behind a colon: 50:100.")
  var rates = [PacedRate(2, burst: 2), PacedRate(2, burst: 10), PacedRate(10), PacedRate(50)]
  @Option(
    parsing: .upToNextOption,
    help: "Whom a role is taken from: everybody who holds it, some of them; unless said, both.")
  var extents = RunPlace.Extent.allCases
  @Option(help: "How many roles are taken; at less than 10 calls a second a fifth of it.")
  var changes = 1_000
  @Option(help: "How many milliseconds each answer takes.") var latency = 200
  @Option(
    help: "How many calls may be under way at once; unless given, as many as the program has.")
  var inFlight: Int?
  @Option(help: "How often a run without a limit is measured each way; the median counts.")
  var rounds = 3
  @Option(help: "How many users the tenant of the large plan has; about half of them are in it.")
  var users = 200_000
  @Option(help: "Where the journal on disk is; on the disk that matters.") var folder: String?

  mutating func validate() throws {
    guard (5...2_000).contains(changes), latency >= 0, rounds >= 1, inFlight ?? 1 >= 1,
      (10...200_000).contains(users)
    else {
      throw ValidationError("It takes 5 to 2000 changes, and one round and one call or more.")
    }
  }

  func run() async throws {
    let path = try InstalledProgram.rolecall(program)
    print(Calibration.machine, terminator: " ")
    print("a call takes \(latency) ms")
    let place = try RunPlace(
      program: path, latency: latency, inFlight: inFlight,
      disk: folder ?? FileManager.default.currentDirectoryPath)
    if parts.contains(.paced) { try await paced(place) }
    if parts.contains(.journal) { try await journal(place) }
    if parts.contains(.plan) { try await plan(place) }
  }

  private func paced(_ place: RunPlace) async throws {
    var table = TextColumns()
    table.append([
      "calls a second, burst", "taken from", "calls", "429", "took, s", "could take, s", "ratio",
      "",
    ])
    for rate in rates {
      let count = rate.perSecond < 10 ? max(5, changes / 5) : changes
      for extent in extents {
        let run = try await place.paced(count, of: extent, by: rate)
        let best = (Double(run.calls - rate.burst) / rate.perSecond) + Double(latency) / 1_000
        let ratio = run.seconds / best
        let refused = Double(run.refused) / Double(max(1, run.calls + run.refused))
        table.append([
          "\(rate)", "\(run.changes) of \(run.holders)", "\(run.calls)", "\(run.refused)",
          run.seconds.text(digits: 1), best.text(digits: 1), ratio.text(digits: 3),
          ratio <= 1.05 && refused < 0.01 ? "met" : "NOT MET",
        ])
      }
    }
    print(table.text)
    print("goal: at most 1.05 x what it could take, under 1 % of requests answered 429")
  }

  private func journal(_ place: RunPlace) async throws {
    var (memory, disk) = (Sample(), Sample())
    try await place.unlimited(changes) { run in
      for _ in 0..<rounds {
        memory.values.append(try await run(.memory))
        disk.values.append(try await run(.disk))
      }
    }
    let ratio = disk.median / memory.median
    print(
      "without a limit, \(changes) changes: \(memory.median.text(digits: 1)) a second with the journal in"
        + " memory, \(disk.median.text(digits: 1)) on disk: \(ratio.text(digits: 2)), goal 0.8:"
        + " \(ratio >= 0.8 ? "met" : "NOT MET")")
  }

  private func plan(_ place: RunPlace) async throws {
    let plan = try await place.largePlan(users: users)
    print(
      "a plan of \(plan.changes): built in \(plan.built.text(digits: 0)) ms, its cost read and computed in"
        + " \(plan.previewed.text(digits: 0)) ms, shown in \(plan.shown.text(digits: 0)) ms, in all"
        + " \(plan.total.text(digits: 0)) ms, goal 2000: \(plan.total < 2_000 ? "met" : "NOT MET")")
    print(
      "memory beyond the list: \(plan.memory.text(digits: 1)) MB, goal 200:"
        + " \(plan.memory < 200 ? "met" : "NOT MET")")
  }
}
