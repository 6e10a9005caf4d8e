import FoundationEssentials
import Glibc

/// A script that has been run by `/bin/sh`.
struct Shell {
  /// The status that it ended with; 124 or 137 where it took too long, -1 where it was killed.
  let status: Int32
  /// What it printed.
  let output: String
  /// What it said beside.
  let errors: String

  struct Failure: Error {
    var step: String
    var code: Int32
  }

  /// Runs a script to its end, in a folder and with nothing but this environment; blocks the thread.
  ///
  /// - Parameter seconds: How long it may take.
  init(
    _ script: String, in folder: TemporaryFolder, environment: [String: String], seconds: Int = 120
  ) throws {
    let streams = try TemporaryFolder()
    let paths = ["output", "errors"].map { streams.path + "/" + $0 }
    let whole = "cd '\(folder.path)' && exec </dev/null >'\(paths[0])' 2>'\(paths[1])'\n\(script)"
    let arguments = ["timeout", "--kill-after=5", "\(seconds)", "/bin/sh", "-c", whole]
    let strings = arguments.map { (text: String) in strdup(text) }
    let settings = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for pointer in strings + settings { free(pointer) } }
    var process: pid_t = 0
    let code = posix_spawn(
      &process, "/usr/bin/timeout", nil, nil, strings + [nil], settings + [nil])
    guard code == 0 else { throw Failure(step: "posix_spawn", code: code) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 {
      guard errno == EINTR else { throw Failure(step: "waitpid", code: errno) }
    }
    // As WEXITSTATUS does, for a process that was not killed.
    self.status = status & 0x7F == 0 ? status >> 8 & 0xFF : -1
    let texts = paths.map { FileManager.default.contents(atPath: $0) ?? Data() }
    output = String(decoding: texts[0], as: UTF8.self)
    errors = String(decoding: texts[1], as: UTF8.self)
  }
}
