import AccessModel
import GRDB

/// What the database holds, and how it tells that it is a journal.
enum JournalSchema {
  /// `PRAGMA application_id`: the letters `rlcl`.
  static let applicationID = 0x726C_636C
  /// `PRAGMA user_version`: the newest form that this program writes and reads.
  static let version = 1

  /// Makes the tables of an empty database.
  static func create(in db: Database, tenant: String) throws {
    try db.execute(
      sql: """
        CREATE TABLE journal (
          tenant TEXT NOT NULL,              -- the domain
          next_run INTEGER NOT NULL          -- the number of the next run
        );
        CREATE TABLE record (
          number INTEGER PRIMARY KEY AUTOINCREMENT,   -- 1, 2, 3 and so on, the order that counts
          body TEXT,                         -- one JSON object; NULL once purged
          salt BLOB,                         -- 16 random bytes; NULL once purged
          digest BLOB NOT NULL,              -- SHA-256 of salt and body
          hash BLOB NOT NULL,                -- SHA-256 of the hash before and the digest
          kind TEXT GENERATED ALWAYS AS (json_extract(body, '$.kind')) VIRTUAL,
          run INTEGER GENERATED ALWAYS AS (json_extract(body, '$.run')) VIRTUAL,
          change INTEGER GENERATED ALWAYS AS (json_extract(body, '$.change')) VIRTUAL,
          user TEXT GENERATED ALWAYS AS (json_extract(body, '$.planned.user.user_id')) VIRTUAL
        );
        CREATE INDEX record_subject ON record (kind, run, change);
        CREATE INDEX record_user ON record (user) WHERE user IS NOT NULL;
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(version);
        """)
    try db.execute(
      sql: "INSERT INTO journal (tenant, next_run) VALUES (?, 1)", arguments: [tenant])
  }

  /// Makes sure that a database is a whole journal of a tenant, in a form that this program knows.
  static func check(_ db: Database, files: JournalFiles) throws {
    let path = files.database
    let found = try Int.fetchOne(db, sql: "PRAGMA application_id")
    guard found == applicationID else {
      // A journal gets its name when it is whole: one without a table has lost them.
      let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
      throw JournalError(isEmpty ? .damaged : .notAJournal, path: path)
    }
    let form = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard form <= version else {
      throw JournalError(
        .newerVersion, path: path, detail: "its form is \(form), this program knows \(version)")
    }
    guard form == version, try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok",
      let tenant = try String.fetchOne(db, sql: "SELECT tenant FROM journal")
    else { throw JournalError(.damaged, path: path) }
    guard tenant == files.tenant else {
      throw JournalError(.otherTenant, path: path, detail: "it is of \(tenant)")
    }
  }
}
