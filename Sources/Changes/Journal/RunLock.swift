import AccessModel
import Crypto
import FoundationEssentials
import Synchronization

/// That this process, and no other, runs a plan; given back by the kernel when the process ends.
final class RunLock: Sendable {
  private let lock: Mutex<FileLock?>

  /// Takes the lock of a plan.
  ///
  /// - Throws: ``JournalError/Code/heldElsewhere``, which says who has it and since when.
  init(
    files: JournalFiles, plan sha256: String, by person: RunOperator, at time: Timestamp
  ) throws(JournalError) {
    let path = Self.path(files, plan: sha256)
    guard let lock = try FileLock.acquire(path, waits: false) else {
      throw JournalError(
        .heldElsewhere, path: path, detail: FileLock.note(at: path) ?? "by another process")
    }
    lock.write(note: "by process \(person.process) of \(person.phrase) since \(time)")
    self.lock = Mutex(lock)
  }

  /// Gives the lock back.
  func release() {
    lock.withLock { lock in
      guard let held = lock.take() else { return }
      held.releaseRemovingFile()
    }
  }

  deinit { release() }

  /// Who has the lock of a plan, in words; `nil` where nobody has.
  static func holder(files: JournalFiles, plan sha256: String) -> String? {
    let path = path(files, plan: sha256)
    guard FileLock.isHeld(path) else { return nil }
    return FileLock.note(at: path) ?? "by another process"
  }

  private static func path(_ files: JournalFiles, plan sha256: String) -> String {
    // Hashed once more, so that nothing that a plan says becomes part of a path.
    let key = SHA256.hash(data: Data(sha256.utf8)).prefix(8)
    return files.runLock(key.hexadecimal)
  }
}

extension Sequence where Element == UInt8 {
  /// Two digits a byte, in lower case.
  var hexadecimal: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
