import AccessModel
import Glibc

/// A file that was not there before, and that its owner alone may read.
///
/// It is gone again with this object unless it was kept: half a file would pass for a whole one.
final class NewFile {
  /// Where it stands.
  let path: String

  private let descriptor: Int32
  private var isKept = false

  /// Why it could not be written.
  struct Failure: Error, Hashable, Sendable {
    /// The system's number.
    let number: Int32
    /// Where it was to stand.
    let path: String

    /// What failed, and what to do.
    var explanation: Explanation {
      switch number {
      case EEXIST: Explanation("\(path) is there already.", "Look at it, or remove it first.")
      case EACCES, EPERM, EROFS:
        Explanation("\(path) may not be written.", "Start the program in a folder of your own.")
      case ENOSPC, EDQUOT: Explanation("The disk is full.", "Make room, and try again.")
      default:
        Explanation("\(path) could not be written (error \(number)).", "Try in another folder.")
      }
    }

    /// Whether another name would do.
    var isAboutName: Bool { number == EEXIST }
  }

  /// Makes it, in the place of none that is there, nor at the end of a link.
  init(path: String) throws(Failure) {
    self.path = path
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    descriptor = open(path, flags, 0o600)
    // Its mode is the same whatever the umask.
    guard descriptor >= 0, fchmod(descriptor, 0o600) == 0 else {
      throw Failure(number: errno, path: path)
    }
  }

  deinit {
    guard descriptor >= 0 else { return }
    if !isKept { unlink(path) }
    close(descriptor)
  }

  /// Adds a text.
  func append(_ text: String) throws(Failure) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure(number: errno, path: path) }
      rest = rest.dropFirst(count)
    }
  }

  /// Says that it is whole, once it is on the disk.
  func keep() throws(Failure) {
    guard fsync(descriptor) == 0 else { throw Failure(number: errno, path: path) }
    isKept = true
  }
}
