import AccessModel
import FoundationEssentials
import GRDB

/// The records in the database, appended to and never altered but by a purge.
struct RecordTable {
  let db: Database
  let tenant: String

  /// Appends records in order; within a transaction, which must have begun by taking the write lock.
  func append(_ bodies: [String]) throws {
    var hash = try last?.hash ?? RecordChain.beginning(tenant: tenant)
    let statement = try db.cachedStatement(
      sql: "INSERT INTO record (body, salt, digest, hash) VALUES (?, ?, ?, ?)")
    for body in bodies {
      let salt = RecordChain.salt()
      let digest = RecordChain.digest(salt: salt, body: body)
      hash = RecordChain.hash(after: hash, digest: digest)
      try statement.execute(arguments: [body, salt, digest, hash])
    }
  }

  /// The last record's number and hash; `nil` where there is none.
  private var last: (number: Int, hash: Data)? {
    get throws {
      try Row.fetchOne(
        db.cachedStatement(sql: "SELECT number, hash FROM record ORDER BY number DESC LIMIT 1")
      ).map { ($0["number"], $0["hash"]) }
    }
  }
}
