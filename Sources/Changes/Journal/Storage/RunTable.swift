import AccessModel
import GRDB

/// Runs as the records tell of them.
struct RunTable {
  let db: Database

  /// A number for a new run, which is not given again.
  func takeNumber() throws -> RunNumber {
    let number = try Int.fetchOne(
      db, sql: "UPDATE journal SET next_run = next_run + 1 RETURNING next_run - 1")
    guard let number else { throw JournalError(.damaged, path: "") }
    return RunNumber(number)
  }

  /// The run that a plan was applied as.
  func run(ofPlan sha256: String) throws -> RunNumber? {
    try Int.fetchOne(
      db,
      sql: """
        SELECT run FROM record WHERE kind = 'begun' AND json_extract(body, '$.plan_sha256') = ?
        """, arguments: [sha256]
    ).map { RunNumber($0) }
  }

  /// Whether the run of a plan was purged.
  func wasPurged(plan sha256: String) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM record, json_each(record.body, '$.plans') AS plan
          WHERE record.kind = 'purged' AND plan.value = ?)
        """, arguments: [sha256]) ?? false
  }

  /// How a run began.
  func beginning(_ run: RunNumber) throws -> RecordBody<RunBeginning>? {
    try String.fetchOne(
      db, sql: "SELECT body FROM record WHERE kind = 'begun' AND run = ?",
      arguments: [run.rawValue]
    ).map { try RecordBody(text: $0) }
  }

  /// Runs, newest first.
  func beginnings(before run: RunNumber?, limit: Int) throws -> [RecordBody<RunBeginning>] {
    try String.fetchAll(
      db,
      sql: """
        SELECT body FROM record WHERE kind = 'begun' AND run < ? ORDER BY run DESC LIMIT ?
        """, arguments: [run?.rawValue ?? Int.max, limit]
    ).map { try RecordBody(text: $0) }
  }

  /// Where a run came to stand, in the order of the record.
  func steps(_ run: RunNumber) throws -> [RunStep] {
    try String.fetchAll(
      db, sql: "SELECT body FROM record WHERE kind = 'step' AND run = ? ORDER BY number",
      arguments: [run.rawValue]
    ).map { try RecordBody<RunStep>(text: $0).content }
  }

  /// How far a run came.
  func progress(_ run: RunNumber, total: Int) throws -> RunSummary.Progress {
    var progress = RunSummary.Progress(total: total)
    progress.sent =
      try Int.fetchOne(
        db,
        sql: "SELECT count(DISTINCT change) FROM record WHERE kind = 'intent' AND run = ?",
        arguments: [run.rawValue]) ?? 0
    progress.unanswered =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM record AS intent
          WHERE intent.kind = 'intent' AND intent.run = ? AND NOT EXISTS (
            SELECT 1 FROM record AS answer
            WHERE answer.kind = 'answer' AND answer.run = intent.run
              AND answer.change = intent.change
              AND json_extract(answer.body, '$.attempt') = json_extract(intent.body, '$.attempt'))
          """, arguments: [run.rawValue]) ?? 0
    // With max() the other columns are those of the row that has the maximum: the last finding.
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT state, count(*) AS count FROM (
          SELECT max(number), json_extract(body, '$.state') AS state FROM record
          WHERE kind = 'finding' AND run = ? GROUP BY change)
        GROUP BY state
        """, arguments: [run.rawValue])
    for row in rows {
      let state: String = row["state"]
      if let state = ChangeFinding.State(rawValue: state) { progress.found[state] = row["count"] }
    }
    return progress
  }
}
