import FoundationEssentials
import Glibc
import Testing

/// An empty folder for the time of a test; what is tested may write nothing but a journal into it.
final class TemporaryFolder: Sendable {
  /// Where it is.
  let path: String

  init() throws {
    var template = Array("/tmp/rolecall-test-XXXXXX".utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) } != nil
    }
    try #require(isMade)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Whether nothing is in it; only asked once, for it is gone then.
  func isStillEmpty() -> Bool { rmdir(path) == 0 }

  /// Whether a journal is in it, and nothing else.
  func holdsOnlyTheJournal() throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: path) == [".local"]
      && FileManager.default.contentsOfDirectory(atPath: path + "/.local/state") == ["rolecall"]
  }
}
