package import AccessModel
import GRDB

extension Journal {
  /// Empties all records of runs that came to their end before a moment.
  ///
  /// What is left of a record is its digest, so that the chain still holds, and a record of the purge says
  /// which ones were emptied. Runs that may go on are left as they are, and named.
  package func purge(
    before moment: Timestamp, by person: RunOperator
  ) async throws(JournalError) -> JournalPurge {
    try await purge(.before, before: moment, by: person) { db in
      try PurgeSelection.runs(endedBefore: moment, from: db)
    }
  }

  /// Empties all records about one user; who that was is not on record afterwards.
  ///
  /// A run's reason, and who planned and applied it, are kept.
  package func purge(
    user: UserID, by person: RunOperator
  ) async throws(JournalError) -> JournalPurge {
    try await purge(.user, before: nil, by: person) { db in
      try PurgeSelection.changes(of: user, from: db)
    }
  }

  private func purge(
    _ scope: JournalPurge.Scope, before moment: Timestamp?, by person: RunOperator,
    _ select: @escaping @Sendable (Database) throws -> PurgeSelection
  ) async throws(JournalError) -> JournalPurge {
    let (time, tenant) = (now(), files.tenant)
    let purge = try await write { db in
      let selection = try select(db)
      let content = PurgedContent(
        scope: scope, before: moment, records: selection.stretches, plans: selection.plans,
        by: person
      )
      let empty = try db.cachedStatement(
        sql: "UPDATE record SET body = NULL, salt = NULL WHERE number = ?")
      for number in selection.records { try empty.execute(arguments: [number]) }
      try RecordTable(db: db, tenant: tenant).append([
        try RecordBody(.purged, at: time, content).text()
      ])
      var purge = JournalPurge(content, at: time)
      purge.keptRuns = selection.keptRuns
      return purge
    }
    try await forgetLog()
    return purge
  }

  /// Empties the write-ahead log, in which what was purged still stands.
  private func forgetLog() async throws(JournalError) {
    let path = path
    let isBusy: Result<Bool, JournalError> = await withCheckedContinuation { continuation in
      database.asyncWriteWithoutTransaction { db in
        continuation.resume(
          returning: Result {
            try Bool.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? false
          }.mapError { JournalError($0, path: path) })
      }
    }
    if try isBusy.get() {
      throw JournalError(
        .busy, path: path, detail: "the purge is on record; its log is emptied by the next one")
    }
  }
}
