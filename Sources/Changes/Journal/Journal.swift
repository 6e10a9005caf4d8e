import AccessModel
import GRDB

/// The record of all that was done to one tenant: before anything is sent, and what came of it.
///
/// One SQLite file a tenant, with write-ahead log and full synchronisation. Records are only appended; each
/// one's hash covers all before it. Their order is that of their numbers: a clock that jumps changes
/// nothing about it.
package final class Journal: Sendable {
  /// The file.
  package let path: String
  /// The tenant's domain, in lower case.
  package var tenant: String { files.tenant }
  /// Where the damaged journal is now that was found in its place; `nil` where none was.
  package let setAside: String?

  let files: JournalFiles
  let database: DatabasePool
  let records: GroupCommit
  let now: @Sendable () -> Timestamp

  init(
    files: JournalFiles, database: DatabasePool, setAside: String?,
    now: @escaping @Sendable () -> Timestamp
  ) {
    self.path = files.database
    self.setAside = setAside
    self.files = files
    self.database = database
    self.records = GroupCommit(database, tenant: files.tenant, path: files.database)
    self.now = now
  }

  /// Reads, from how the journal stands at one moment, while writing goes on.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    do {
      return try await database.read(body)
    } catch let error as CancellationError {
      throw error
    } catch {
      throw JournalError(error, path: path)
    }
  }

  /// Writes in one transaction; once begun it is not cancelled.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(JournalError) -> Value {
    let path = path
    let result: Result<Value, JournalError> = await withCheckedContinuation { continuation in
      database.asyncWriteWithoutTransaction { db in
        continuation.resume(
          returning: Result {
            var value: Value?
            try db.inTransaction(.immediate) {
              value = try body(db)
              return .commit
            }
            guard let value else { throw JournalError(.failed, path: path) }
            return value
          }.mapError { JournalError($0, path: path) })
      }
    }
    return try result.get()
  }
}
