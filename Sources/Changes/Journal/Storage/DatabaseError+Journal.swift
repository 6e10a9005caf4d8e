import GRDB

extension JournalError {
  /// What the database said, for the journal at a path.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as JournalError:
      self = error
      if self.path.isEmpty { self.path = path }
    case let error as DatabaseError:
      self.init(Self.code(of: error), path: path, detail: error.message)
    default: self.init(.failed, path: path, detail: "\(error)")
    }
  }

  private static func code(of error: DatabaseError) -> Code {
    // No room for the shared memory beside the database either.
    if error.extendedResultCode == .SQLITE_IOERR_SHMSIZE { return .diskFull }
    return switch error.resultCode {
    case .SQLITE_FULL: .diskFull
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: .notWritable
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    default: .failed
    }
  }
}
