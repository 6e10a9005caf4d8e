import Glibc
import TerminalEmulator
import Testing

/// rolecall without a terminal, from its start to its end.
struct CommandRun {
  /// How it ended.
  let end: ProgramEnd
  /// What it printed.
  let output: String
  /// What it said beside.
  let errors: String

  init(_ arguments: [String], environment: [String: String]) throws {
    let output = try CapturedFile()
    let errors = try CapturedFile()
    let files = ["OUTPUT": output.path, "ERRORS": errors.path]
    let program = try PseudoTerminal(
      path: "/bin/sh",
      arguments: [
        "-c", #"exec "$0" "$@" </dev/null >"$OUTPUT" 2>"$ERRORS""#, BuiltProducts.path("rolecall"),
      ] + arguments, environment: environment.merging(files) { $1 })
    end = try program.waitForExit()
    self.output = output.text
    self.errors = errors.text
  }

  /// The lines that it said beside.
  var errorLines: [Substring] { errors.split(separator: "\n") }
}

/// A file that a program writes into, for the time of a test.
private final class CapturedFile {
  let path: String
  private let descriptor: Int32

  init() throws {
    var template = Array("/tmp/rolecall-test-XXXXXX".utf8CString)
    descriptor = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkstemp($0) } ?? -1
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard descriptor >= 0 else { throw NoFile() }
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  struct NoFile: Error {}

  var text: String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = pread(descriptor, &chunk, chunk.count, off_t(bytes.count))
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk.prefix(count)
    }
  }
}
