import AccessModel
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that takes calls as lines of JSON, readable by its owner alone.
package final class APILogFile: Sendable {
  /// Why a file cannot be the log.
  package struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with it, to end a sentence that begins with its name.
    package let description: String
  }

  private let descriptor: Int32

  /// Makes the file, or goes on with one that is there.
  ///
  /// - Throws: ``Failure`` where it can be neither made nor opened, is no plain file, belongs to somebody
  ///   else, or others may read it. A link is not followed.
  package init(path: String) throws(Failure) {
    let flags = O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW
    let made = open(path, flags | O_CREAT | O_EXCL, 0o600)
    if made >= 0 {
      descriptor = made
      return
    }
    guard errno == EEXIST else {
      throw Failure(description: "cannot be made: \(Self.reason(errno))")
    }
    let opened = open(path, flags | O_NONBLOCK)
    guard opened >= 0 else { throw Failure(description: "cannot be opened: \(Self.reason(errno))") }
    var status = stat()
    let fault: String? =
      if fstat(opened, &status) != 0 || status.st_mode & S_IFMT != S_IFREG {
        "is not a plain file"
      } else if status.st_uid != geteuid() {
        "belongs to somebody else"
      } else if status.st_mode & 0o077 != 0 {
        "can be read by others: make it 0600, or name another"
      } else {
        nil
      }
    if let fault {
      close(opened)
      throw Failure(description: fault)
    }
    descriptor = opened
  }

  deinit { close(descriptor) }

  /// Adds a call; what cannot be written is left out, for the call itself must not fail for it.
  func write(_ call: APICall) {
    guard var line = try? JSONEncoder().encode(Line(call)) else { return }
    line.append(UInt8(ascii: "\n"))
    _ = line.withUnsafeBytes { systemWrite(descriptor, $0) }
  }

  /// A line as it is written: ASCII names, times in milliseconds.
  private struct Line: Encodable {
    let number: Int
    let time: String
    let method: String
    let path: String
    let status: Int?
    let failure: String?
    let milliseconds: Double
    let attempt: Int
    let remaining: Int?
    let correlation: String?

    init(_ call: APICall) {
      number = call.number
      time = call.startedAt.formatted(.iso8601)
      method = call.method
      path = call.path
      status = call.status
      failure = call.failure
      milliseconds = (call.duration / .milliseconds(1) * 10).rounded() / 10
      attempt = call.attempt
      remaining = call.remaining
      correlation = call.correlation
    }
  }

  private static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
}

/// The system's `write`, which the method of that name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
