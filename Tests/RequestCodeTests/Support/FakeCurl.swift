import FoundationEssentials
import Glibc

/// A folder with a program named `curl` in it that notes how it is called, to be first in `PATH`.
///
/// A shell writes that program: this process must not hold it open, for another test may start a
/// process at the same moment, and Linux runs no file that somebody has open for writing.
struct FakeCurl {
  /// What `curl` was given.
  struct Call: Equatable {
    var arguments: [String]
    var input: String
  }

  private let folder: String

  init() throws {
    let template = FileManager.default.temporaryDirectory.path + "/rolecall-curl-XXXXXX"
    var path = Array(template.utf8CString)
    guard mkdtemp(&path) != nil else { throw Failure(step: "mkdtemp", code: errno) }
    folder = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let program = """
      #!/bin/sh
      printf '%s\\0' "$@" >"$ROLECALL_CALL/arguments"
      cat >"$ROLECALL_CALL/input"
      """
    let install =
      #"printf '%s\n' "$PROGRAM" >"$ROLECALL_CALL/curl" && chmod 700 "$ROLECALL_CALL/curl""#
    let status = try Self.shell(install, ["PROGRAM": program, "ROLECALL_CALL": folder])
    guard status == 0 else { throw Failure(step: "install", code: status) }
  }

  /// Runs a text in `/bin/sh` and says how `curl` was called; `nil` where it was not.
  func call(from text: String, token: String) throws -> Call? {
    let status = try Self.shell(
      text,
      [
        "PATH": "\(folder):/usr/bin:/bin", "ROLECALL_CALL": folder, "AUTH0_API_TOKEN": token,
      ])
    guard status == 0 else { throw Failure(step: "run", code: status) }
    let files = FileManager.default
    guard let arguments = files.contents(atPath: folder + "/arguments"),
      let input = files.contents(atPath: folder + "/input")
    else { return nil }
    let parts = arguments.split(separator: 0, omittingEmptySubsequences: false).dropLast()
    return Call(
      arguments: parts.map { String(decoding: $0, as: UTF8.self) },
      input: String(decoding: input, as: UTF8.self))
  }

  /// Which files a call has left, besides those that note it.
  func strangers() throws -> [String] {
    let known: Set<String> = ["curl", "arguments", "input"]
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      !known.contains($0)
    }
  }

  /// Takes the folder away.
  func remove() {
    try? FileManager.default.removeItem(atPath: folder)
  }

  struct Failure: Error {
    var step: String
    var code: Int32
  }

  /// Runs a text in `/bin/sh`, in that folder and with nothing but this environment.
  private static func shell(_ text: String, _ environment: [String: String]) throws -> Int32 {
    let script = "cd \"$ROLECALL_CALL\" || exit 99\n" + text
    let strings = ["/bin/sh", "-c", script].map { (text: String) in strdup(text) }
    let settings = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for pointer in strings + settings { free(pointer) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, "/bin/sh", nil, nil, strings + [nil], settings + [nil])
    guard code == 0 else { throw Failure(step: "posix_spawn", code: code) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 {
      guard errno == EINTR else { throw Failure(step: "waitpid", code: errno) }
    }
    // As WEXITSTATUS does, for a process that was not killed.
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
  }
}
