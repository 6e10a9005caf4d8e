import FoundationEssentials

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

  private let folder: TemporaryFolder
  private let status: String

  /// A program that says it was answered with this status.
  init(status: String = "204") throws {
    folder = try TemporaryFolder()
    self.status = status
    let program = """
      #!/bin/sh
      printf '%s\\0' "$@" >"$ROLECALL_CALL/arguments"
      cat >"$ROLECALL_CALL/input"
      printf '\\n%s' "$ROLECALL_STATUS"
      """
    let install =
      #"printf '%s\n' "$PROGRAM" >"$ROLECALL_CALL/curl" && chmod 700 "$ROLECALL_CALL/curl""#
    let run = try Shell(
      install, in: folder, environment: ["PROGRAM": program, "ROLECALL_CALL": folder.path])
    guard run.status == 0 else { throw Shell.Failure(step: "install", code: run.status) }
  }

  /// Runs a text.
  func run(_ text: String, token: String?) throws -> Shell {
    var environment = [
      "PATH": "\(folder.path):/usr/bin:/bin", "ROLECALL_CALL": folder.path,
      "ROLECALL_STATUS": status,
    ]
    environment["AUTH0_API_TOKEN"] = token
    return try Shell(text, in: folder, environment: environment)
  }

  /// Runs a text that succeeds and says how `curl` was called; `nil` where it was not.
  func call(from text: String, token: String) throws -> Call? {
    let run = try run(text, token: token)
    guard run.status == 0 else { throw Shell.Failure(step: "run", code: run.status) }
    let files = FileManager.default
    guard let arguments = files.contents(atPath: folder.path + "/arguments"),
      let input = files.contents(atPath: folder.path + "/input")
    else { return nil }
    let parts = arguments.split(separator: 0, omittingEmptySubsequences: false).dropLast()
    return Call(
      arguments: parts.map { String(decoding: $0, as: UTF8.self) },
      input: String(decoding: input, as: UTF8.self))
  }

  /// Which files a call has left, besides those that note it.
  func strangers() throws -> [String] {
    let known: Set<String> = ["curl", "arguments", "input"]
    return try folder.names.filter { !known.contains($0) }
  }
}
