import GRDB
import Synchronization

/// Puts records on disk in groups: while one group is committed the next gathers, and each caller goes
/// on when its own group is on disk.
///
/// There is no timer: a caller who comes alone waits for one commit.
final class GroupCommit: Sendable {
  private struct Waiting: Sendable {
    var bodies: [String]
    var continuation: CheckedContinuation<Result<Void, JournalError>, Never>
  }

  private struct State {
    var waiting: [Waiting] = []
    var isScheduled = false
  }

  private let database: DatabasePool
  private let tenant: String
  private let path: String
  private let state = Mutex(State())

  init(_ database: DatabasePool, tenant: String, path: String) {
    self.database = database
    self.tenant = tenant
    self.path = path
  }

  /// Appends records, and returns when they are on disk.
  ///
  /// Cancelling the caller does not take them back: what is to be sent is on record either way.
  func append(_ bodies: [String]) async throws(JournalError) {
    guard !bodies.isEmpty else { return }
    let result = await withCheckedContinuation { continuation in
      let isFirst = state.withLock { state in
        state.waiting.append(Waiting(bodies: bodies, continuation: continuation))
        defer { state.isScheduled = true }
        return !state.isScheduled
      }
      if isFirst { schedule() }
    }
    try result.get()
  }

  private func schedule() {
    database.asyncWriteWithoutTransaction { [self] db in commit(to: db) }
  }

  /// Commits what has gathered, on the database's own queue.
  private func commit(to db: Database) {
    let group = state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    var result = Result<Void, JournalError>.success(())
    do {
      try db.inTransaction(.immediate) {
        try RecordTable(db: db, tenant: tenant).append(group.flatMap(\.bodies))
        return .commit
      }
    } catch {
      result = .failure(JournalError(error, path: path))
    }
    for waiting in group { waiting.continuation.resume(returning: result) }
    let isMore = state.withLock { state in
      state.isScheduled = !state.waiting.isEmpty
      return state.isScheduled
    }
    // Each group is a turn of its own, so that whatever else needs the database has turns between.
    if isMore { schedule() }
  }
}
