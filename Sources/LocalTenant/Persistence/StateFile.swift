import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file that keeps a tenant between runs.
struct StateFile: Sendable {
  let path: String

  /// What the file holds; nil where there is none yet.
  ///
  /// - Throws: ``StateFileError`` for a file that cannot be read, which is left as it is.
  func load() throws(StateFileError) -> TenantSnapshot? {
    guard access(path, F_OK) == 0 else { return nil }
    let snapshot: TenantSnapshot
    do {
      snapshot = try JSONDecoder().decode(
        TenantSnapshot.self, from: try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw StateFileError(
        path: path, problem: "is not a tenant that can be read; it is left as it is")
    }
    guard snapshot.format == TenantSnapshot.currentFormat else {
      throw StateFileError(path: path, problem: "is of another version; it is left as it is")
    }
    return snapshot
  }

  /// Puts a snapshot in the place of what the file held: either all of it, or nothing changes.
  func save(_ snapshot: TenantSnapshot) throws(StateFileError) {
    let data: Data
    do {
      data = try JSONEncoder().encode(snapshot)
    } catch {
      throw StateFileError(path: path, problem: "cannot be written: \(error)")
    }
    let draft = path + ".new"
    // Whoever can read the file knows all that the tenant knows.
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure() }
    let isWritten = data.withUnsafeBytes { write($0, to: descriptor) }
    // Without this the new name could outlive a power cut that the new bytes do not.
    let isKept = isWritten && fsync(descriptor) == 0
    guard close(descriptor) == 0, isKept, rename(draft, path) == 0 else {
      let error = failure()
      unlink(draft)
      throw error
    }
  }

  private func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, part.baseAddress, part.count)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, part.baseAddress, part.count)
      #else
        let count = Darwin.write(descriptor, part.baseAddress, part.count)
      #endif
      guard count > 0 || errno == EINTR else { return false }
      rest = rest.dropFirst(max(0, count))
    }
    return true
  }

  private func failure() -> StateFileError {
    StateFileError(path: path, problem: "cannot be written: \(String(cString: strerror(errno)))")
  }
}

/// A file of a tenant that cannot be read or written.
package struct StateFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file.
  package let path: String
  /// What is wrong, as the rest of a sentence that begins with the path.
  package let problem: String

  /// The sentence.
  package var description: String { "\(path) \(problem)" }
}
