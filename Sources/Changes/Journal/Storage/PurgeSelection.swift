import AccessModel
import GRDB

/// Which records a purge empties.
struct PurgeSelection {
  /// The records, by number, in order.
  var records: [Int] = []
  /// The plans whose runs go as a whole.
  var plans: [String] = []
  /// Runs that are left as they are, because they may go on.
  var keptRuns: [RunNumber] = []

  /// All of the runs that came to their end before a moment.
  static func runs(endedBefore moment: Timestamp, from db: Database) throws -> PurgeSelection {
    var selection = PurgeSelection()
    let runs = RunTable(db: db)
    for beginning in try runs.beginnings(before: nil, limit: Int.max) {
      guard let run = beginning.run, beginning.at < moment else { continue }
      guard let last = try runs.steps(run).last, !last.state.canGoOn else {
        selection.keptRuns.append(run)
        continue
      }
      guard last.at < moment else { continue }
      selection.plans.append(beginning.content.planSHA256)
      for kind in RecordKind.allCases {
        selection.records += try Int.fetchAll(
          db, sql: "SELECT number FROM record WHERE kind = ? AND run = ?",
          arguments: [kind.rawValue, run.rawValue])
      }
    }
    selection.records.sort()
    return selection
  }

  /// All changes that concern a user.
  static func changes(of user: UserID, from db: Database) throws -> PurgeSelection {
    var selection = PurgeSelection()
    let runs = RunTable(db: db)
    var canGoOn: [Int: Bool] = [:]
    let changes = try Row.fetchAll(
      db, sql: "SELECT run, change FROM record WHERE user = ? ORDER BY number",
      arguments: [user.rawValue])
    for row in changes {
      let (run, change): (Int, Int) = (row["run"], row["change"])
      if canGoOn[run] == nil {
        canGoOn[run] = try runs.steps(RunNumber(run)).last?.state.canGoOn ?? true
        if canGoOn[run] == true { selection.keptRuns.append(RunNumber(run)) }
      }
      guard canGoOn[run] == false else { continue }
      for kind in RecordKind.allCases {
        selection.records += try Int.fetchAll(
          db, sql: "SELECT number FROM record WHERE kind = ? AND run = ? AND change = ?",
          arguments: [kind.rawValue, run, change])
      }
    }
    selection.records.sort()
    return selection
  }

  /// The records as stretches of their first and last number.
  var stretches: [[Int]] {
    var stretches: [[Int]] = []
    for number in records {
      if let last = stretches.last, last[1] + 1 == number {
        stretches[stretches.count - 1][1] = number
      } else {
        stretches.append([number, number])
      }
    }
    return stretches
  }
}

extension PurgedContent {
  /// The records that were emptied.
  var ranges: [ClosedRange<Int>] {
    records.compactMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]...$0[1] : nil }
  }
}

extension JournalPurge {
  init(_ content: PurgedContent, at time: Timestamp) {
    self.init(
      scope: content.scope, before: content.before, at: time,
      recordCount: content.ranges.reduce(0) { $0 + $1.count }, keptRuns: [], by: content.by)
  }
}
