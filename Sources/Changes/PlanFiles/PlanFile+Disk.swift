package import AccessModel
import Crypto
import Glibc

extension PlanFile {
  /// Writes the plan to a file that is not there yet.
  ///
  /// It names people: its mode is 0600 whatever the umask. It appears whole or not at all, and never takes
  /// the place of a file that is there.
  ///
  /// - Returns: The SHA-256 of what was written.
  /// - Throws: ``PlanFileFailure``.
  package func write(to path: String) throws(PlanFileFailure) -> PlanHash {
    // In the same folder, so that giving it its name is one step.
    var template = Array((path + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Self.failure(at: path) }
    defer { close(descriptor) }
    let draft = template.withUnsafeBufferPointer {
      $0.baseAddress.map { String(cString: $0) } ?? ""
    }
    defer { unlink(draft) }
    guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0, fchmod(descriptor, 0o600) == 0 else {
      throw Self.failure(at: path)
    }

    var hasher = SHA256()
    var pending = headerLine
    for change in changes {
      pending += Self.line(change)
      if pending.count > 1 << 16 {
        try Self.write(pending, to: descriptor, path)
        hasher.update(data: pending)
        pending.removeAll(keepingCapacity: true)
      }
    }
    try Self.write(pending, to: descriptor, path)
    hasher.update(data: pending)
    // A link takes no other file's place, unlike a renaming.
    guard fsync(descriptor) == 0, link(draft, path) == 0 else { throw Self.failure(at: path) }
    try Self.syncFolder(of: path)
    return PlanHash(hasher.finalize())
  }

  /// Reads a file's bytes; what they say is for ``PlanFile/init(bytes:)`` to check.
  ///
  /// - Throws: ``PlanFileFailure``.
  package static func bytes(at path: String) throws(PlanFileFailure) -> [UInt8] {
    // A pipe without a writer must not hold the program up.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(at: path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(at: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw PlanFileFailure(.notAFile, path: path) }
    guard status.st_size <= byteLimit else {
      throw PlanFileFailure(.tooLarge, path: path)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(at: path) }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      // It may grow while it is read.
      guard bytes.count <= byteLimit else {
        throw PlanFileFailure(.tooLarge, path: path)
      }
    }
  }

  private static func write(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(PlanFileFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(at: path) }
      rest = rest.dropFirst(count)
    }
  }

  private static func syncFolder(of path: String) throws(PlanFileFailure) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(at: path) }
    defer { close(descriptor) }
    // Some file systems cannot; the file itself is on the disk.
    _ = fsync(descriptor)
  }

  private static func failure(at path: String) -> PlanFileFailure {
    let code: PlanFileFailure.Code
    switch errno {
    case ENOENT, ENOTDIR: code = .missing
    case EEXIST: code = .exists
    case EACCES, EPERM, EROFS: code = .notAllowed
    case ENOSPC, EDQUOT: code = .diskFull
    case EISDIR: code = .notAFile
    case let number: code = .system(number)
    }
    return PlanFileFailure(code, path: path)
  }
}
