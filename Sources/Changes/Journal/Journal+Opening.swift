package import AccessModel
import GRDB

extension Journal {
  /// Opens a tenant's journal, which is made where there is none.
  ///
  /// A journal that is damaged is renamed, never overwritten, and ``setAside`` says where it is. It
  /// blocks: what is there already is read through once.
  ///
  /// - Parameters:
  ///   - tenant: The tenant's domain.
  ///   - folder: Where the journals are.
  ///   - version: Which version of this program.
  ///   - now: This machine's clock.
  /// - Throws: ``JournalError`` where the file is another user's or no plain file, cannot be written, is
  ///   of a newer version, or is no journal of this tenant.
  package static func open(
    tenant: String, in folder: StateFolder, version: String,
    now: @escaping @Sendable () -> Timestamp
  ) throws(JournalError) -> Journal {
    let files = JournalFiles(folder: folder, tenant: tenant)
    do {
      let lock = try FileLock.acquire(files.openingLock, waits: true)
      let journal = try openLocked(files, version: version, now: now)
      // Until here nobody else opens it, makes it or sets it aside.
      _ = consume lock
      return journal
    } catch {
      throw JournalError(error, path: files.database)
    }
  }

  private static func openLocked(
    _ files: JournalFiles, version: String, now: @escaping @Sendable () -> Timestamp
  ) throws -> Journal {
    var setAside: String?
    if try files.secure() { setAside = try setAsideIfDamaged(files, at: now()) }
    if try !files.secure() {
      try make(files, version: version, setAside: setAside, at: now())
    }
    return Journal(files: files, database: try pool(files), setAside: setAside, now: now)
  }

  private static func setAsideIfDamaged(
    _ files: JournalFiles, at time: Timestamp
  ) throws(JournalError) -> String? {
    do {
      try check(files)
      return nil
    } catch {
      guard error.code == .damaged else { throw error }
      return try files.setAside(at: time)
    }
  }

  private static func check(_ files: JournalFiles) throws(JournalError) {
    do {
      let queue = try DatabaseQueue(path: files.database, configuration: configuration)
      try queue.writeWithoutTransaction { try JournalSchema.check($0, files: files) }
      try queue.close()
    } catch {
      throw JournalError(error, path: files.database)
    }
  }

  /// Makes a whole journal under another name first, so that a journal without a table is always damage.
  private static func make(
    _ files: JournalFiles, version: String, setAside: String?, at time: Timestamp
  ) throws {
    try files.makeUnfinished()
    let body = try RecordBody(
      .opened, at: time,
      OpenedContent(tenant: files.tenant, version: version, setAside: setAside)
    ).text()
    let queue = try DatabaseQueue(path: files.unfinished, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.inTransaction(.immediate) {
        try JournalSchema.create(in: db, tenant: files.tenant)
        try RecordTable(db: db, tenant: files.tenant).append([body])
        return .commit
      }
    }
    try queue.close()
    try files.putInPlace()
  }

  private static func pool(_ files: JournalFiles) throws -> DatabasePool {
    let pool = try DatabasePool(path: files.database, configuration: configuration)
    try pool.writeWithoutTransaction { db in
      // GRDB sets NORMAL with the write-ahead log, which does not sync at each commit.
      try db.execute(sql: "PRAGMA synchronous = FULL")
      guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
        throw JournalError(.failed, path: files.database, detail: "SQLite does not sync")
      }
    }
    // The write-ahead log is there by now.
    _ = try files.secure()
    return pool
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "rolecall.journal"
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 2
    configuration.prepareDatabase { db in
      // What is purged is overwritten, and a page that contradicts itself is damage at once.
      try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON")
    }
    return configuration
  }
}
