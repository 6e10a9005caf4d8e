import AccessModel
import Canvas
import FoundationEssentials
import RolecallApp
import Testing

extension FixtureTenant {
  /// A run on record of as many changes, in a state.
  static func run(
    _ total: Int, state: RunState = .done, found: [ChangeFinding.State: Int] = [:],
    reason: String = "SEC-418 off\u{202E}boarding", holder: String? = nil
  ) -> RunSummary {
    var beginning = RunBeginning(
      planID: "plan-7", planSHA256: "aa", reason: reason,
      appliedBy: RunOperator(
        userName: "ana", userNumber: 1, host: "laptop", process: 7,
        tokenSubject: "client@clients", version: "0.1"))
    beginning.changeCount = total
    let begun = Timestamp(now.addingTimeInterval(-7_200))
    return RunSummary(
      id: RunNumber(7), begunAt: begun, beginning: beginning, state: state,
      steps: state == .paused
        ? [RunStep(.paused, reason: "The token is refused.", at: begun)] : [],
      progress: RunSummary.Progress(total: total, sent: total, found: found), holder: holder)
  }

  /// What is on record of the change at a place: of each kind and state one.
  static func history(_ place: Int) -> ChangeHistory {
    let names = ["Bo Hansen", "Cy \u{202E}gnuoY", "Di Costa", "安娜 王", "", "Ana Lima"]
    let user = User(
      id: UserID("auth0|\(1_000 + place)"), name: names[place % names.count],
      email: "nobody@acme.example")
    let change: Change =
      switch place % 7 {
      case 4: .deleteRole(.support)
      case 5:
        .removeOrganizationRole(
          .owner, from: user,
          in: Organization(id: OrganizationID("org_1"), name: "initech", displayName: "Initech"))
      case 6: .grantPermission(.readLogs, to: user)
      default: .removeRole(.billingAdmin, from: user)
      }
    let states: [(ChangeFinding.State?, ChangeAnswer.Result?, String?)] = [
      (.done, .accepted, nil), (.failed, .refused, "404: the user does not exist."),
      (.alreadySo, nil, nil), (.notInEffect, .accepted, nil),
      (.unknown, .unanswered, "The connection broke."), (.skipped, nil, "the user is blocked"),
      (nil, .accepted, nil), (nil, nil, nil),
    ]
    let (state, result, problem) = states[place % states.count]
    var history = ChangeHistory(
      index: place, change: JournaledChange(ChangeRecord(change, includesEmail: true)))
    let moment = Timestamp(now.addingTimeInterval(Double(place - 7_200)))
    if let result {
      history.attempts = [
        ChangeHistory.Attempt(
          intendedAt: moment,
          intent: ChangeIntent(change: place, attempt: 1, correlationID: "plan-7.\(place)-1"),
          answeredAt: moment,
          answer: ChangeAnswer(
            change: place, attempt: 1, result: result,
            status: result == .accepted ? 204 : result == .refused ? 404 : nil,
            requestID: result == .unanswered ? nil : "req_\(place)", problem: problem))
      ]
    }
    if let state {
      history.findings = [
        ChangeHistory.Finding(
          at: moment,
          finding: ChangeFinding(
            change: place, state: state, problem: problem,
            logID: state == .done ? "log_\(place)" : nil))
      ]
    }
    return history
  }
}

extension AppDriver {
  /// A run on record, opened from the list of runs and read.
  static func onRecord(
    _ run: RunSummary = FixtureTenant.run(8, found: [.done: 2, .failed: 1]),
    _ tenant: FixtureTenant = .local, columns: Int = 80, rows: Int = 24, theme: Theme = .dark
  ) -> AppDriver {
    let driver = onUsers(tenant, columns: columns, rows: rows, theme: theme)
    driver.press("4")
    driver.answerRuns([run])
    driver.press("<enter>")
    driver.answerRun(run)
    driver.answerChanges()
    return driver
  }

  /// Answers what is on record of a run as a whole.
  func answerRun(_ run: RunSummary) {
    answer("a run") { $0 == .run(run.id) ? .run(run) : nil }
  }

  /// Answers what is on record of a run's changes, as long as anybody asks.
  func answerChanges() {
    func reply(_ read: Read) -> Reply? {
      guard case .runChanges(_, let places) = read else { return nil }
      return .runChanges(places.map(FixtureTenant.history))
    }
    while reads.contains(where: { reply($0.read) != nil }) { answer("changes", reply) }
  }

  /// Answers which of a run's changes fit a filter.
  func answerPlaces(_ places: [Int]) {
    answer("places") { read in
      if case .runPlaces = read { .runPlaces(places) } else { nil }
    }
  }
}
