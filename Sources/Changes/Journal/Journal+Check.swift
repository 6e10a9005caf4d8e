import AccessModel
import FoundationEssentials
import GRDB

extension Journal {
  /// Checks that every record says what was written, follows upon the one before, and is there.
  ///
  /// It finds damage and careless tampering. Who can write the file can also write a new chain: against
  /// that helps to note ``JournalCheck/head`` elsewhere.
  ///
  /// - Throws: ``JournalError`` where the file cannot be read at all, `CancellationError`.
  package func check() async throws -> JournalCheck {
    let (tenant, path) = (files.tenant, files.database)
    return try await read { db in
      var walk = ChainWalk(tenant: tenant)
      do {
        let rows = try Row.fetchCursor(
          db, sql: "SELECT number, body, salt, digest, hash FROM record ORDER BY number")
        while walk.firstBreak == nil, let row = try rows.next() {
          try Task.checkCancellation()
          walk.take(
            number: row["number"],
            body: row["body"], salt: row["salt"], digest: row["digest"], hash: row["hash"])
        }
        if walk.firstBreak == nil {
          let written = try Int.fetchOne(
            db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'record'")
          walk.end(lastWritten: written ?? 0)
        }
      } catch let error as DatabaseError {
        let error = JournalError(error, path: path)
        guard error.code == .damaged else { throw error }
        walk.breakHere(.unreadable)
      }
      return walk.check
    }
  }
}
