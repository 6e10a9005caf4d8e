import Glibc

/// A lock on a file that the kernel gives back when the process ends, however it ends.
///
/// It is one of open file descriptions (fcntl(2), `F_OFD_SETLK`): two in one process exclude each other,
/// and looking whether one is held does not take it.
struct FileLock: ~Copyable {
  private let descriptor: FileDescriptor
  private let path: String

  private init(_ descriptor: consuming FileDescriptor, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  // Linux's numbers, the same on every machine; the C library's header shows them to GNU sources alone.
  private static let get: Int32 = 36
  private static let set: Int32 = 37
  private static let setWaiting: Int32 = 38

  /// Takes the lock of a path, whose file is made where there is none.
  ///
  /// - Parameter waits: Whether to wait while another has it.
  /// - Returns: `nil` where another has it.
  static func acquire(_ path: String, waits: Bool) throws(JournalError) -> FileLock? {
    while true {
      let descriptor = FileDescriptor(
        open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600))
      guard descriptor.number >= 0, fchmod(descriptor.number, 0o600) == 0 else {
        throw SystemError.last.journalError(at: path)
      }
      var lock = flock(whole: F_WRLCK)
      while fcntl(descriptor.number, waits ? setWaiting : set, &lock) != 0 {
        let error = SystemError.last
        if error.number == EINTR { continue }
        guard error.number == EAGAIN || error.number == EACCES else {
          throw error.journalError(at: path)
        }
        return nil
      }
      // Whoever had it may have removed the file meanwhile: then the lock is on nothing.
      guard let locked = descriptor.status, let named = stat.of(path),
        locked.st_ino == named.st_ino, locked.st_dev == named.st_dev
      else { continue }
      return FileLock(descriptor, path: path)
    }
  }

  /// Whether somebody has the lock of a path.
  static func isHeld(_ path: String) -> Bool {
    let descriptor = FileDescriptor(open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW))
    guard descriptor.number >= 0 else { return false }
    var lock = flock(whole: F_WRLCK)
    return fcntl(descriptor.number, get, &lock) == 0 && Int32(lock.l_type) != F_UNLCK
  }

  /// What whoever has the lock wrote into its file.
  static func note(at path: String) -> String? {
    let descriptor = FileDescriptor(open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW))
    guard descriptor.number >= 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = pread(descriptor.number, &buffer, buffer.count, 0)
    return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
  }

  /// Writes who has the lock into its file, for people; the lock holds without it.
  func write(note: String) {
    let bytes = Array(note.utf8.prefix(512))
    guard ftruncate(descriptor.number, 0) == 0 else { return }
    _ = pwrite(descriptor.number, bytes, bytes.count, 0)
  }

  /// Removes the file, which only who has the lock may do, and gives the lock back.
  consuming func releaseRemovingFile() {
    unlink(path)
  }
}

extension flock {
  /// A lock of a kind on a whole file.
  fileprivate init(whole kind: Int32) {
    self.init()
    l_type = Int16(kind)
    l_whence = Int16(SEEK_SET)
  }
}
