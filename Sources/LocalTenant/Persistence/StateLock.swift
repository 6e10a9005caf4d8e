import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps a second tenant away from a state file, in this process or another.
///
/// The file itself is replaced at each save, so that the lock is on a file beside it, `FILE.lock`,
/// which goes when the lock does. The system lets go of it when a process dies.
final class StateLock: Sendable {
  private let path: String
  private let descriptor = Mutex<Int32?>(nil)

  /// A lock for the state file with this path, which is not held yet.
  init(stateFile path: String) {
    self.path = path
  }

  deinit { release() }

  /// Takes the lock; nothing happens where this one holds it already.
  ///
  /// - Throws: ``StateFileError`` where somebody else holds it, or the folder cannot be written.
  func acquire() throws(StateFileError) {
    try descriptor.withLock { descriptor throws(StateFileError) in
      while descriptor == nil { descriptor = try attempt() }
    }
  }

  /// Lets others have the file; nothing happens where the lock is not held.
  func release() {
    descriptor.withLock { descriptor in
      guard let held = descriptor else { return }
      // While it is held, so that nobody can be waiting on a name that is gone.
      unlink(lockPath)
      close(held)
      descriptor = nil
    }
  }

  private var lockPath: String { path + ".lock" }

  /// Takes the lock; nil where the one who held it has just taken its file away.
  private func attempt() throws(StateFileError) -> Int32? {
    let file = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure("cannot be locked: \(String(cString: strerror(errno)))") }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      close(file)
      throw failure(
        reason == EWOULDBLOCK
          ? "is in use by another tenant; stop that one, or name another file"
          : "cannot be locked: \(String(cString: strerror(reason)))")
    }
    guard isCurrent(file) else {
      close(file)
      return nil
    }
    return file
  }

  /// Whether the name still leads to the file that was opened.
  private func isCurrent(_ file: Int32) -> Bool {
    var (opened, named) = (stat(), stat())
    return fstat(file, &opened) == 0 && stat(lockPath, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }

  private func failure(_ problem: String) -> StateFileError {
    StateFileError(path: path, problem: problem)
  }
}
