import ArgumentParser
import FoundationEssentials
import Glibc

/// `Benchmarks rate-limit`: how much of a tenant's limit programs use, and how much is refused.
struct RateLimitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rate-limit",
    abstract: "Steady single-user writes over loopback, against limits of several kinds.",
    discussion: "A goal that is missed is said, and does not fail the command.")

  @Option(help: "How the limit is filled again: windows, steps, flow; may be repeated.")
  var kind: [LimitKind] = []
  @Option(help: "How many calls a second the tenant takes; may be repeated.") var rate: [Int] = []
  @Option(help: "How many milliseconds a call takes; may be repeated.") var latency: [Int] = []
  @Option(help: "For how many seconds a cell is counted.") var seconds: Int?
  @Option(help: "Measure cells at the same time, of so many calls a second in all at most.")
  var together = 0
  @Flag(
    help:
      "Measure the whole table, at 20 seconds a cell: an hour, or 20 minutes with --together 200.")
  var all = false

  mutating func validate() throws {
    guard rate.allSatisfy({ (1...10_000).contains($0) }),
      latency.allSatisfy({ (0...10_000).contains($0) }), (seconds ?? 1) > 0,
      together >= 0
    else {
      throw ValidationError("--rate takes 1 to 10000, --latency 0 to 10000, --seconds 1 or more.")
    }
  }

  func run() async throws {
    let kinds = kind.isEmpty ? (all ? LimitKind.allCases : [.windows, .steps]) : kind
    let rates = rate.isEmpty ? (all ? [2, 10, 50, 1_000] : [10, 50]) : rate
    let latencies = latency.isEmpty ? (all ? [0, 50, 200] : [50]) : latency
    let seconds = seconds ?? (all ? 20 : 5)
    print(Calibration.machine, "\(seconds) s a cell")
    print("limit  a second  latency  who        clock    used  refused  smaller part")
    var cells: [RateLimitCell] = []
    for kind in kinds {
      for rate in rates {
        for latency in latencies {
          for (company, skew) in [
            (RateLimitCell.Company.alone, 0), (.alone, 90), (.another, 0), (.two, 0),
          ] {
            cells.append(
              RateLimitCell(
                kind: kind, rate: rate, latency: .milliseconds(latency), company: company,
                skew: skew, seconds: seconds))
          }
        }
      }
    }
    var rest = cells[...]
    while !rest.isEmpty {
      var rates = 0
      let some = rest.prefix {
        rates += $0.rate
        return rates <= together
      }
      let next = Array(some.isEmpty ? rest.prefix(1) : some)
      rest = rest.dropFirst(next.count)
      for (cell, figures) in zip(next, try await Self.measure(next)) {
        print(Self.line(cell, figures))
      }
      // An hour is long to wait for the first row.
      fflush(nil)
    }
  }

  /// Measures cells at the same time.
  private static func measure(
    _ cells: [RateLimitCell]
  ) async throws -> [RateLimitCell.Figures] {
    try await withThrowingTaskGroup(of: (Int, RateLimitCell.Figures).self) { group in
      for (place, cell) in cells.enumerated() {
        group.addTask { (place, try await cell.measure()) }
      }
      var figures: [(Int, RateLimitCell.Figures)] = []
      for try await one in group { figures.append(one) }
      return figures.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// A row of the table, and whether it met what is asked for.
  private static func line(
    _ cell: RateLimitCell, _ figures: RateLimitCell.Figures
  ) -> String {
    let isMet =
      switch cell.company {
      case .alone: figures.used >= 0.95 && figures.refused < 0.01
      case .another: figures.used >= 0.9
      case .two: figures.smaller >= 0.35
      }
    func column(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    return column(cell.kind.rawValue, 9) + column("\(cell.rate)", 8)
      + column("\(Int(cell.latency / .milliseconds(1))) ms", 9)
      + column(cell.company.rawValue, 11) + column(cell.skew == 0 ? "right" : "+\(cell.skew) s", 9)
      + column((figures.used * 100).text(digits: 1), 6)
      + column((figures.refused * 100).text(digits: 2), 9)
      + column(cell.company == .two ? (figures.smaller * 100).text(digits: 1) : "", 6)
      + (isMet ? "met" : "not met")
  }
}
