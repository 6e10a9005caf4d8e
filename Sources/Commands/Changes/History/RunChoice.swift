import AccessModel
import Changes

/// Which run a command is about: the one that was named, or the one that can be meant.
struct RunChoice: Sendable {
  /// The number that was given; `nil` where none was.
  let number: Int?
  /// Whether `--yes` was given, which needs a number unless just one run is open.
  let isYes: Bool

  /// The run to go on with.
  ///
  /// - Throws: `CommandFailure` where it is not just one, `JournalError`.
  func open(in journal: Journal) async throws -> RunNumber {
    if let number { return RunNumber(number) }
    let runs = try await journal.openRuns()
    if let run = runs.first, runs.count == 1 { return run.id }
    throw CommandFailure(
      status: CommandFailure.wrongCall,
      lines: [runs.isEmpty ? "no run is open." : "\(runs.count) runs are open; name one:"]
        + runs.map(\.candidateLine))
  }

  /// The run to take back: with `--yes` the only one that is open, else the latest.
  ///
  /// - Throws: `CommandFailure` where there is none, `JournalError`.
  func latest(in journal: Journal) async throws -> RunNumber {
    if isYes { return try await open(in: journal) }
    if let number { return RunNumber(number) }
    guard let run = try await journal.runs(limit: 1).first else {
      throw CommandFailure(status: CommandFailure.wrongCall, "there is no run to take back.")
    }
    return run.id
  }

  /// The run to repeat failures of: the latest, which `--yes` does not guess; one that can still go on
  /// does so first.
  ///
  /// - Throws: `CommandFailure` where there is none, or it has not ended; `JournalError`.
  func ended(in journal: Journal) async throws -> RunNumber {
    let runs = try await journal.runs(limit: number == nil ? 10 : 1)
    if number == nil, isYes, !runs.isEmpty {
      throw CommandFailure(
        status: CommandFailure.wrongCall,
        lines: ["--yes needs the run's number:"] + runs.map(\.candidateLine))
    }
    guard let number = number.map({ RunNumber($0) }) ?? runs.first?.id else {
      throw CommandFailure(status: CommandFailure.wrongCall, "there is no run to repeat.")
    }
    guard try await !journal.run(number).state.canGoOn else {
      throw CommandFailure(
        status: CommandFailure.wrongCall, "run \(number) has not come to its end.",
        "To go on with it: rolecall resume \(number)")
    }
    return number
  }
}

extension RunSummary {
  /// What tells a run from others.
  var candidateLine: String {
    "\(id)  \(state.rawValue)  \(begunAt)  \(progress.total.counted("change"))"
      + "  \(beginning.appliedBy.phrase)"
      + (beginning.reason.isEmpty ? "" : "  \(beginning.reason)")
  }
}
