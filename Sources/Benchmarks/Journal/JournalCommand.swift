import ArgumentParser
import FoundationEssentials

/// `Benchmarks journal`: what writing each change down first costs a run that no rate limit holds back.
struct JournalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "The throughput of a run with the journal on disk, beside one in memory.",
    discussion: "A goal that is missed is said, and does not fail the command.")

  @Option(help: "How many changes each run has.") var changes = 2_000
  @Option(help: "How many calls are in flight at once.") var inFlight = 50
  @Option(help: "How many changes more are written down, before their call or after it.")
  var ahead = 50
  @Option(
    parsing: .upToNextOption, help: "How many milliseconds a call takes; each is a measurement.")
  var latency = [10, 50, 200]
  @Option(help: "How often each is measured; the median counts.") var rounds = 5
  @Option(help: "Where the journal is; on the disk that matters.") var folder: String?

  mutating func validate() throws {
    guard changes >= 1, inFlight >= 1, ahead >= 0, rounds >= 1, latency.allSatisfy({ $0 >= 0 })
    else {
      throw ValidationError("It takes one change, one call in flight and one round or more.")
    }
  }

  func run() async throws {
    print(Calibration.machine, terminator: " ")
    print("\(changes) changes, \(inFlight) in flight, \(ahead) ahead, median of \(rounds)")
    let measurement = try JournalMeasurement(
      changes: changes, inFlight: inFlight, ahead: ahead,
      folder: folder ?? FileManager.default.currentDirectoryPath)
    defer { measurement.clear() }
    print("a sync of the disk takes \(try measurement.sync().text(digits: 2)) ms")
    var table = TextColumns()
    table.append(["a call takes", "in memory", "on disk", "ratio", "goal", ""])
    for milliseconds in latency {
      var (memory, disk) = (Sample(), Sample())
      for _ in 0..<rounds {
        memory.values.append(try await measurement.memory(latency: .milliseconds(milliseconds)))
        disk.values.append(try await measurement.disk(latency: .milliseconds(milliseconds)))
      }
      let ratio = disk.median / memory.median
      table.append([
        "\(milliseconds) ms", "\(memory.median.text(digits: 0))/s",
        "\(disk.median.text(digits: 0))/s", ratio.text(digits: 2), "0.80",
        ratio >= 0.8 ? "met" : "not met",
      ])
    }
    print(table.text)
  }
}
