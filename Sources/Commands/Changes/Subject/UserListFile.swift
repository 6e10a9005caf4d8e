import AccessModel
import Glibc

/// The file that `--users-from` names.
struct UserListFile {
  /// Its path; `-` is standard input.
  let path: String

  /// How many bytes it may have.
  private static let byteLimit = 256 << 20

  /// Reads it to its end.
  ///
  /// - Throws: `CommandFailure` where it cannot be read, names nobody, or has a line that cannot name
  ///   anybody.
  func list() throws -> UserList {
    let list = UserList(bytes: try bytes())
    guard list.problems.isEmpty else {
      throw CommandFailure(UserList.Problems(lines: list.problems))
    }
    guard !list.entries.isEmpty else {
      throw CommandFailure(
        status: CommandFailure.wrongCall, "--users-from: \(shownPath) names nobody.",
        "It takes an id or an email a line.")
    }
    return list
  }

  private var shownPath: String { path == "-" ? "standard input" : path }

  private func bytes() throws -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable() }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable() }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= Self.byteLimit else {
        throw CommandFailure(
          status: CommandFailure.wrongCall, "--users-from: \(shownPath) is too large for a plan.",
          "Split it.")
      }
    }
  }

  private func unreadable() -> CommandFailure {
    CommandFailure(
      status: CommandFailure.wrongCall, "--users-from: \(shownPath) cannot be read.",
      "Check the path.")
  }
}

extension CommandFailure {
  /// Lines of a file that stop a plan.
  init(_ problems: UserList.Problems) {
    let shown = 20
    let count = problems.lines.count
    var lines = [
      "--users-from: \(count) \(count == 1 ? "line stops" : "lines stop") the plan; nothing was sent."
    ]
    for problem in problems.lines.prefix(shown) {
      lines.append("line \(problem.line): \(problem.fault.words)")
      guard case .ambiguous(let users) = problem.fault else { continue }
      lines += users.map { "  " + $0.candidateLine }
    }
    if count > shown { lines.append("and \(count - shown) more lines") }
    // A line that the tenant refused to answer for is the tenant's refusal.
    let refusal = problems.lines.lazy.compactMap { problem -> APIError? in
      guard case .unread(let error) = problem.fault else { return nil }
      return error
    }.first
    let isRefusal = refusal.map { $0.code == .forbidden || $0.code == .unauthorized } ?? false
    self.init(
      status: isRefusal ? Self.refused : refusal == nil ? Self.wrongCall : 1, lines: lines)
  }
}

extension UserList.Fault {
  /// Why a line stops a plan, to follow its number.
  var words: String {
    switch self {
    case .notText: "it is not UTF-8, or holds characters that nobody can see"
    case .tooLong: "it is longer than an id or an address can be"
    case .tooMany: "there are more lines than a plan can hold"
    case .unknown: "nobody is called so"
    case .ambiguous(let users): "\(users.count) users are called so; name one by its id:"
    case .unread(let error): "could not \(error.operation.purpose)"
    }
  }
}
