import AccessModel
import Changes
import GRDB
import Testing

/// A folder with journals in it, gone with this object.
final class JournalPlace: Sendable {
  let temporary: ScratchFolder
  /// Where the journals are.
  let folder: String

  init() throws {
    temporary = try ScratchFolder()
    folder = temporary.path + "/state/rolecall"
  }

  /// The journal's file.
  var file: String { folder + "/acme.eu.auth0.com.sqlite" }

  func open(
    tenant: String = "acme.eu.auth0.com",
    now: @escaping @Sendable () -> Timestamp = { Timestamp(milliseconds: 1_764_000_000_000) }
  ) throws -> Journal {
    try Journal.open(tenant: tenant, in: StateFolder(at: folder), version: "1.2.3", now: now)
  }

  /// Changes the file behind the journal's back.
  func execute(_ sql: String) throws {
    let queue = try DatabaseQueue(path: file)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// The error of a call that must fail.
  func error(_ body: () throws -> Void) -> JournalError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? JournalError)?.code
    }
  }
}

extension RunOperator {
  static let ana = RunOperator(
    userName: "ana", userNumber: 1000, host: "laptop", process: 42, tokenSubject: "client@clients",
    clientID: "client", version: "1.2.3")
}

extension RunBeginning {
  static func plan(_ sha256: String, reason: String = "left") -> RunBeginning {
    RunBeginning(planID: "rc-\(sha256)", planSHA256: sha256, reason: reason, appliedBy: .ana)
  }
}

extension JournaledChange {
  /// Roles taken from people who are numbered.
  static func removals(_ count: Int, from first: Int = 0) -> [JournaledChange] {
    (first..<first + count).map { index in
      var user = User(id: UserID("auth0|\(index)"), name: "Person \(index)")
      user.email = "person\(index)@acme.example"
      let change = Change.removeRole(.admin, from: user)
      return JournaledChange(
        ChangeRecord(change, before: .held(true), includesEmail: true),
        rolePermissions: [ChangeRecord.PermissionThen(api: "https://billing/", name: "read:bills")])
    }
  }
}

extension ChangeIntent {
  static func first(_ change: Int) -> ChangeIntent {
    ChangeIntent(
      change: change, attempt: 1, correlationID: "rc-\(change)", before: ChangeReading(held: true))
  }
}

extension ChangeAnswer {
  static func accepted(_ change: Int) -> ChangeAnswer {
    ChangeAnswer(
      change: change, attempt: 1, result: .accepted, status: 204, requestID: "req-\(change)",
      tenantTime: Timestamp(milliseconds: 1_764_000_001_000))
  }
}
