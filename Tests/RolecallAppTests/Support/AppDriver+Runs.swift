import AccessModel
import Canvas
import FoundationEssentials
import RolecallApp
import Testing

extension FixtureTenant {
  /// Runs on record, of every state.
  static let runs: [RunSummary] = RunState.allCases.enumerated().map { index, state in
    var beginning = RunBeginning(
      planID: "plan-\(index)", planSHA256: "aa", reason: "SEC-\(400 + index) off\u{202E}boarding",
      appliedBy: RunOperator(
        userName: "ana", userNumber: 1, host: "laptop", process: 7, version: "0.1"),
      undoes: index == 3 ? RunNumber(2) : nil)
    beginning.changeCount = 1_204
    return RunSummary(
      id: RunNumber(9 - index),
      begunAt: Timestamp(now.addingTimeInterval(Double(-index * 86_400 - 60))),
      beginning: beginning, state: state, steps: [],
      progress: RunSummary.Progress(
        total: 1_204, sent: 100 * index, found: [.done: 100 * index, .failed: index]))
  }

  /// What would take a run back that took a role from some: the last of them is blocked by now.
  static func undo(of plan: Plan) -> UndoPlan {
    var truth = TruthNow()
    let start = Timestamp(now)
    let last = plan.users.last?.id
    let entries = plan.changes.map { change -> ChangeEntry in
      let record = ChangeRecord(change, before: .held(true), includesEmail: false)
      truth.states[change.subject] = .known(.held(false))
      if let role = change.role {
        truth.roles[role.id] = .known(
          RoleNow(permissions: .known([Permission.readLogs, .readInvoices].map(\.key))))
      }
      if let user = change.user?.id {
        truth.users[user] = .known(
          UserNow(createdAt: Timestamp(milliseconds: 0), isBlocked: user == last))
      }
      return ChangeEntry(record: record, readBefore: .held(true), logID: "log")
    }
    let then = Dictionary(
      plan.changes.compactMap { $0.role?.id }.map { ($0, Set([Permission.readInvoices.key])) },
      uniquingKeysWith: { first, _ in first })
    return UndoPlan(
      of: RunRecord(
        id: plan.id, tenant: plan.tenant.domain, state: .finished, startedAt: start,
        permissionsThen: then, entries: entries), truth: truth)
  }
}

extension AppDriver {
  /// The runs on record, read.
  static func onChanges(
    columns: Int = 80, rows: Int = 24, theme: Theme = .dark
  ) -> AppDriver {
    let driver = onUsers(columns: columns, rows: rows, theme: theme)
    driver.press("4")
    driver.answerRuns()
    return driver
  }

  /// Answers which runs are on record.
  func answerRuns(_ runs: [RunSummary] = FixtureTenant.runs) {
    answer("the runs") { $0 == .runs ? .runs(runs) : nil }
  }

  /// Answers what would take a run back.
  func answerUndo(_ undo: UndoPlan) {
    answer("what takes a run back") { read in
      if case .undoPlan = read { .undoPlan(undo) } else { nil }
    }
  }
}
