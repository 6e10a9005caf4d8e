import AccessModel
import Changes

/// A command that ends without having done what it was for: what to say, and the status to end with.
struct CommandFailure: Error, Hashable {
  /// The call or the environment is wrong.
  static let wrongCall: Int32 = 2
  /// The tenant refused the credential, or a scope is missing.
  static let refused: Int32 = 4
  /// It was interrupted, and says how to go on.
  static let interrupted: Int32 = 130

  /// The status of the process.
  let status: Int32
  /// What is wrong, and what to do about it.
  let lines: [String]

  init(status: Int32, lines: [String]) {
    self.status = status
    self.lines = lines
  }

  init(status: Int32, _ lines: String...) {
    self.init(status: status, lines: lines)
  }

  init(status: Int32, _ explanation: Explanation) {
    self.init(status: status, explanation.problem, explanation.remedy)
  }

  /// What a refused call ends a command with.
  init(_ error: APIError, tenant: Tenant) {
    let isRefusal = error.code == .unauthorized || error.code == .forbidden
    // Where there is no token and nobody was asked, what names it is wrong.
    let isHere = error.operation == .getToken && error.status == nil
    self.init(
      status: isRefusal ? (isHere ? Self.wrongCall : Self.refused) : 1,
      error.explanation(tenant: tenant.domain))
  }

  /// What a journal that cannot be used ends a command with.
  init(_ error: JournalError) {
    let isWrongCall =
      switch error.code {
      case .noHome, .notOurs, .wrongKind, .networkFileSystem, .notWritable, .newerVersion,
        .notAJournal, .otherTenant, .alreadyApplied, .unknownRun, .runEnded:
        true
      case .diskFull, .damaged, .busy, .failed, .heldElsewhere: false
      }
    self.init(status: isWrongCall ? Self.wrongCall : 1, error.sentence)
  }

  /// Says it on standard error.
  func print() {
    for (index, line) in lines.enumerated() {
      StandardError.print(index == 0 ? "rolecall: \(line)" : "  \(line)")
    }
  }
}
