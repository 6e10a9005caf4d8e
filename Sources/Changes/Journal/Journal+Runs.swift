package import AccessModel
import GRDB

extension Journal {
  /// Puts the beginning of a run on record, with all changes of its plan, and takes the plan's lock.
  ///
  /// - Returns: The run, once its beginning is on disk.
  /// - Throws: ``JournalError``: `alreadyApplied` where a run of the same SHA-256 is on record,
  ///   `heldElsewhere` where another process runs it just now.
  package func begin(
    _ beginning: RunBeginning, changes: [JournaledChange]
  ) async throws(JournalError) -> OpenRun {
    let plan = beginning.planSHA256
    let lock = try RunLock(files: files, plan: plan, by: beginning.appliedBy, at: now())
    let path = path
    let number = try await write { db in
      let runs = RunTable(db: db)
      if let earlier = try runs.run(ofPlan: plan) {
        throw JournalError(.alreadyApplied, path: path, run: earlier)
      }
      if try runs.wasPurged(plan: plan) { throw JournalError(.alreadyApplied, path: path) }
      return try runs.takeNumber()
    }
    var beginning = beginning
    beginning.changeCount = changes.count
    let time = now()
    var bodies = [try RecordBody(.begun, at: time, run: number, beginning).text()]
    for (index, change) in changes.enumerated() {
      bodies.append(
        try RecordBody(.planned, at: time, run: number, change: index, change).text())
    }
    try await records.append(bodies)
    return OpenRun(number, journal: self, lock: lock)
  }

  /// Goes on with a run that was paused or interrupted, and takes its plan's lock.
  ///
  /// - Throws: ``JournalError``: `unknownRun`; `runEnded` where it is done or cancelled; `heldElsewhere`.
  package func goOn(
    with number: RunNumber, by person: RunOperator, reason: String? = nil
  ) async throws(JournalError) -> OpenRun {
    let path = path
    let beginning = try await write { db in try RunTable(db: db).beginning(number)?.content }
    guard let beginning else { throw JournalError(.unknownRun, path: path, run: number) }
    let lock = try RunLock(files: files, plan: beginning.planSHA256, by: person, at: now())
    // Read with the lock in hand: nobody else can end it now.
    let steps = try await write { db in try RunTable(db: db).steps(number) }
    if let last = steps.last, !last.state.canGoOn {
      throw JournalError(
        .runEnded, path: path, detail: "it was \(last.state.rawValue) at \(last.at)", run: number)
    }
    let run = OpenRun(number, journal: self, lock: lock)
    try await run.step(.open, reason: reason, by: person)
    return run
  }

  /// The run of a plan; `nil` where it is not on record.
  package func run(ofPlan sha256: String) async throws -> RunNumber? {
    try await read { db in try RunTable(db: db).run(ofPlan: sha256) }
  }
}
