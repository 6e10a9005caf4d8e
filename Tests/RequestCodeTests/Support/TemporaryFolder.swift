import FoundationEssentials
import Glibc

/// A folder for the time of a test.
final class TemporaryFolder: Sendable {
  /// Where it is.
  let path: String

  init() throws {
    let template = FileManager.default.temporaryDirectory.path + "/rolecall-code-XXXXXX"
    var path = Array(template.utf8CString)
    guard mkdtemp(&path) != nil else { throw Shell.Failure(step: "mkdtemp", code: errno) }
    self.path = String(
      decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a text into a file, and makes the folder that it is in.
  func write(_ text: String, to name: String) throws {
    let place = path + "/" + name
    if let end = name.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: path + "/" + name[..<end], withIntermediateDirectories: true)
    }
    try Data(text.utf8).write(to: URL(filePath: place))
  }

  /// The names of what is in it.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path) }
  }
}
