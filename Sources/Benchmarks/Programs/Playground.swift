import FoundationEssentials

/// A temporary folder with something to look at for programs that look at folders and repositories.
final class Playground {
  /// The folder, removed with this object.
  let path: String
  /// What programs find in their environment: no settings of the person's.
  let environment: [String: String]

  /// How many files and commits there are to see.
  private static let entries = 300

  /// Makes the folder.
  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rolecall-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
    environment = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": path,
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "GIT_CONFIG_NOSYSTEM": "1",
    ]
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A folder with some hundred files.
  func files() throws -> String {
    let folder = "\(path)/files"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for number in 0..<Self.entries {
      let name = "\(folder)/file-\(1000 + number).txt"
      guard FileManager.default.createFile(atPath: name, contents: Data(name.utf8)) else {
        throw BenchmarkError("\(name) cannot be written.")
      }
    }
    return folder
  }

  /// A repository with some hundred commits.
  func repository(git: String) throws -> String {
    let folder = "\(path)/repository"
    var stream = ""
    for number in 1...Self.entries {
      let (text, message) = ("\(number)\n", "Change number \(number)")
      stream += """
        commit refs/heads/main
        committer Ana Lima <ana@acme.example> \(1_700_000_000 + number) +0000
        data \(message.utf8.count)
        \(message)
        M 100644 inline number.txt
        data \(text.utf8.count)
        \(text)

        """
    }
    try Data(stream.utf8).write(to: URL(filePath: "\(path)/stream"))
    let script = """
      \(git) init -q -b main \(folder) && cd \(folder) \
      && \(git) fast-import --quiet < \(path)/stream && \(git) reset -q --hard
      """
    let output = try ProgramRun(
      path: "/bin/sh", arguments: ["-c", script], environment: environment
    ).output()
    guard output.isEmpty else { throw BenchmarkError("git: \(output)") }
    return folder
  }
}
