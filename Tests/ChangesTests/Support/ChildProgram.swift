import Glibc
import TerminalEmulator

/// A program that was built beside the tests, in a process of its own, read line by line.
final class ChildProgram {
  private let process: pid_t
  /// Its standard input and output in one.
  private let socket: Int32
  private var rest: [UInt8] = []
  private var isReaped = false

  init(_ name: String, _ arguments: [String]) throws {
    var ends: [Int32] = [0, 0]
    // Closed in whatever else is started meanwhile, which else would keep the end from being seen.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw ChildProgramError(number: errno) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    let path = BuiltProducts.path(name)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, path, &actions, nil, &words, environ)
    close(ends[1])
    socket = ends[0]
    self.process = process
    guard result == 0 else {
      isReaped = true
      throw ChildProgramError(number: result)
    }
  }

  deinit {
    if !isReaped { kill() }
    close(socket)
  }

  /// The next line of its standard output; `nil` at the end.
  func line() -> String? {
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: rest[..<end], as: UTF8.self)
        rest.removeFirst(end + 1)
        return line
      }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(socket, &buffer, buffer.count)
      guard count > 0 else { return nil }
      rest += buffer.prefix(count)
    }
  }

  /// All lines up to the end, or up to one.
  func lines(upTo last: String? = nil) -> [String] {
    var lines: [String] = []
    while let line = line() {
      lines.append(line)
      if line == last { break }
    }
    return lines
  }

  /// Ends it by SIGKILL, and waits until it is gone.
  func kill() {
    Glibc.kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    isReaped = true
  }
}

/// Why a program could not be started.
struct ChildProgramError: Error {
  var number: Int32
}
