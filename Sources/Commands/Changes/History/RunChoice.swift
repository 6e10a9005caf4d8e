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
}

extension RunSummary {
  /// What tells a run from others.
  var candidateLine: String {
    "\(id)  \(state.rawValue)  \(begunAt)  \(progress.total.counted("change"))"
      + "  \(beginning.appliedBy.phrase)"
      + (beginning.reason.isEmpty ? "" : "  \(beginning.reason)")
  }
}
