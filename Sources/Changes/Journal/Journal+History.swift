package import AccessModel
import GRDB

extension Journal {
  /// Runs, newest first.
  ///
  /// - Parameters:
  ///   - run: The run to go on before; unless given, from the newest.
  ///   - limit: How many at most.
  package func runs(before run: RunNumber? = nil, limit: Int = 50) async throws -> [RunSummary] {
    let files = files
    return try await read { db in
      let runs = RunTable(db: db)
      return try runs.beginnings(before: run, limit: limit).map {
        try Self.summary(of: $0, in: runs, files: files)
      }
    }
  }

  /// One run.
  ///
  /// - Throws: ``JournalError`` with `unknownRun` where it is not on record.
  package func run(_ number: RunNumber) async throws -> RunSummary {
    let files = files
    return try await read { db in
      let runs = RunTable(db: db)
      guard let beginning = try runs.beginning(number) else {
        throw JournalError(.unknownRun, path: files.database, run: number)
      }
      return try Self.summary(of: beginning, in: runs, files: files)
    }
  }

  /// Runs that may go on, newest first: under way, paused or interrupted.
  package func openRuns() async throws -> [RunSummary] {
    let files = files
    return try await read { db in
      let runs = RunTable(db: db)
      return try runs.beginnings(before: nil, limit: Int.max).compactMap { beginning in
        guard let run = beginning.run, try runs.steps(run).last?.state.canGoOn ?? true else {
          return nil
        }
        return try Self.summary(of: beginning, in: runs, files: files)
      }
    }
  }

  /// All that is on record of a run's changes, in the plan's order.
  ///
  /// - Parameters:
  ///   - number: The run.
  ///   - first: The first change, counted from 0.
  ///   - limit: How many at most.
  package func changes(
    of number: RunNumber, from first: Int = 0, limit: Int = .max
  ) async throws -> [ChangeHistory] {
    let end = first.addingReportingOverflow(limit)
    let last = end.overflow ? Int.max : end.partialValue - 1
    return try await read { db in
      try HistoryReader.changes(of: number, in: first...max(first, last), from: db)
    }
  }

  private static func summary(
    of beginning: RecordBody<RunBeginning>, in runs: RunTable, files: JournalFiles
  ) throws -> RunSummary {
    guard let number = beginning.run else { throw JournalError(.damaged, path: files.database) }
    let steps = try runs.steps(number)
    let holder = RunLock.holder(files: files, plan: beginning.content.planSHA256)
    var state = steps.last?.state ?? .open
    // Whoever had it is gone without a word.
    if state == .open, holder == nil { state = .interrupted }
    return RunSummary(
      id: number, begunAt: beginning.at, beginning: beginning.content, state: state, steps: steps,
      progress: try runs.progress(number, total: beginning.content.changeCount), holder: holder)
  }
}
