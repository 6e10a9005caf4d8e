/// A file of users, one a line: what `--users-from` reads.
///
/// Blank lines are skipped; a line that means nobody, or more than one, stops the plan.
package struct UserList: Hashable, Sendable {
  /// A line that names somebody.
  package struct Entry: Hashable, Sendable {
    /// The line's number, from 1.
    package var line: Int
    /// Whom it names.
    package var selector: UserSelector
  }

  /// Why a line stops the plan.
  package enum Fault: Hashable, Sendable {
    /// The line is no UTF-8, or holds control characters.
    case notText
    /// The line is longer than an id or an address can be.
    case tooLong
    /// The file has more lines than a plan can hold.
    case tooMany
    /// Nobody is called so.
    case unknown
    /// Several are called so.
    case ambiguous([User])
    /// The tenant could not be asked.
    case unread(APIError)
  }

  /// A line that stops the plan.
  package struct Problem: Error, Hashable, Sendable {
    /// The line's number, from 1.
    package var line: Int
    /// Why.
    package var fault: Fault

    /// A problem.
    package init(line: Int, fault: Fault) {
      self.line = line
      self.fault = fault
    }
  }

  /// How many lines a file may have.
  package static let lineLimit = 1_000_000
  /// How many bytes a line may have.
  package static let lineLength = 1_024

  /// The lines that name somebody, in order.
  package private(set) var entries: [Entry] = []
  /// The lines that cannot name anybody.
  package private(set) var problems: [Problem] = []

  /// Reads the lines of a file.
  package init(bytes: some Collection<UInt8>) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes.dropFirst(0)
    var number = 0
    for line in content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard number <= Self.lineLimit else {
        problems.append(Problem(line: number, fault: .tooMany))
        return
      }
      take(line, number)
    }
  }

  private mutating func take(_ line: some Collection<UInt8>, _ number: Int) {
    guard line.count <= Self.lineLength else {
      problems.append(Problem(line: number, fault: .tooLong))
      return
    }
    guard let text = String(validating: line, as: UTF8.self) else {
      problems.append(Problem(line: number, fault: .notText))
      return
    }
    // By scalars: a line feed after a carriage return would be one character.
    var scalars = Substring(text).unicodeScalars
    while let last = scalars.last, [" ", "\t", "\r"].contains(last) { scalars.removeLast() }
    while let first = scalars.first, [" ", "\t"].contains(first) { scalars.removeFirst() }
    guard !scalars.isEmpty else { return }
    guard !scalars.contains(where: { $0.isForbiddenInID }) else {
      problems.append(Problem(line: number, fault: .notText))
      return
    }
    entries.append(Entry(line: number, selector: UserSelector(typed: String(scalars))))
  }

  /// Whom the lines mean, each user once, or which lines stop the plan.
  ///
  /// - Parameter found: What the tenant answered for each selector; one without an answer is unknown.
  package func users(found: [UserSelector: Fact<[User]>]) -> Result<[User], Problems> {
    var problems = problems
    var seen: Set<UserID> = []
    var users: [User] = []
    for entry in entries {
      switch found[entry.selector] ?? .known([]) {
      case .unknown(let error): problems.append(Problem(line: entry.line, fault: .unread(error)))
      case .known(let hits):
        if let user = hits.first, hits.count == 1 {
          if seen.insert(user.id).inserted { users.append(user) }
        } else {
          let fault: Fault = hits.isEmpty ? .unknown : .ambiguous(hits)
          problems.append(Problem(line: entry.line, fault: fault))
        }
      }
    }
    guard problems.isEmpty else {
      return .failure(Problems(lines: problems.sorted { $0.line < $1.line }))
    }
    return .success(users)
  }

  /// The lines that stop a plan.
  package struct Problems: Error, Hashable, Sendable {
    /// The lines, from the top.
    package var lines: [Problem]

    /// Lines that stop a plan.
    package init(lines: [Problem]) { self.lines = lines }
  }
}
