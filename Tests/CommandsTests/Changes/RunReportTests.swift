import AccessModel
import FoundationEssentials
import Testing

@testable import Commands

struct RunReportTests {
  private static let tenant = Tenant(domain: "127.0.0.1:4400", isProduction: false)
  private static let role = Role(id: RoleID("rol_1"), name: "Owner")
  private static let forbidden = APIError(.forbidden, .removeUserRoles, status: 403)
  private static let broken = APIError(.serverError, .removeUserRoles, status: 503)

  private static func outcome(
    _ states: [ChangeOutcome.State], _ state: RunState = .done, pause: RunPause? = nil
  ) -> RunOutcome {
    let plan = Plan(
      id: "run", tenant: tenant, .remove, role,
      of: states.indices.map { User(id: UserID("auth0|\($0)"), name: "A\u{1B}[2J") })
    let outcomes = zip(plan.changes, states).map { ChangeOutcome($0, $1) }
    return RunOutcome(
      number: RunNumber(7), report: PlanReport(plan: plan, outcomes: outcomes, rolesNow: [:]),
      differences: VerificationDifferences(plan, places: plan.changes.indices) { _ in true },
      state: state, pause: pause)
  }

  @Test(
    "The status says what was read back",
    arguments: [
      (outcome([.done, .alreadySo]), false, 0), (outcome([.done, .notInEffect]), false, 1),
      (outcome([.done, .failed(broken)]), false, 1),
      (outcome([.failed(forbidden), .notSent], .paused, pause: .pattern(.forbidden)), false, 4),
      (outcome([.done, .notSent], .interrupted), true, 130),
      (outcome([.done, .notSent], .interrupted), false, 1), (outcome([.done]), true, 0),
    ] as [(RunOutcome, Bool, Int32)])
  func status(outcome: RunOutcome, wasInterrupted: Bool, expected: Int32) {
    #expect(RunReportTable(outcome: outcome).status(wasInterrupted: wasInterrupted) == expected)
  }

  @Test("Each change is named with what became of it, and no name acts on the terminal")
  func table() {
    let report = RunReportTable(outcome: Self.outcome([.done, .failed(Self.broken)]))
    let lines = report.table.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("done    remove_role  Owner  auth0|0"))
    #expect(lines[2].contains("status 503") && lines[2].contains("A‹1B›[2J"))
    #expect(report.sentences == ["Run 7: 2 changes: 1 done, 1 failed."])
  }

  @Test("Of a large run only what is not as it should be is listed")
  func large() {
    let states = Array(repeating: ChangeOutcome.State.done, count: 150) + [.notInEffect]
    let report = RunReportTable(outcome: Self.outcome(states))
    #expect(report.table.split(separator: "\n").count == 2)
  }

  @Test("What to run next can be pasted into a shell")
  func next() {
    let done = RunReportTable(outcome: Self.outcome([.done])).whatNext
    #expect(done.first == "To take it back: rolecall undo 7")
    #expect(done.last?.hasSuffix("rolecall revoke-access --user 'auth0|0'") == true)
    let left = RunReportTable(outcome: Self.outcome([.done, .notSent], .interrupted)).whatNext
    #expect(left == ["To go on: rolecall resume 7"])
    #expect(RunReportTable(outcome: Self.outcome([.alreadySo])).whatNext.isEmpty)
    for state in [ChangeOutcome.State.failed(Self.broken), .unknown(Self.broken)] {
      #expect(
        RunReportTable(outcome: Self.outcome([state])).whatNext
          == ["To repeat what was not accepted: rolecall retry 7"])
    }
    // What was stopped for good can be begun again; what was accepted is not sent again.
    let stopped = RunReportTable(outcome: Self.outcome([.notSent], .cancelled)).whatNext
    #expect(stopped == ["To repeat what was not accepted: rolecall retry 7"])
    #expect(RunReportTable(outcome: Self.outcome([.notInEffect])).whatNext.isEmpty)
  }

  @Test("A run is one object, its changes in the form of plan files")
  func json() throws {
    struct Run: Decodable {
      struct User: Decodable {
        let id: String

        private enum CodingKeys: String, CodingKey {
          case id = "user_id"
        }
      }
      struct Role: Decodable { let id: String }
      struct Change: Decodable {
        let change: String
        let user: User
        let role: Role
        let result: String
        let problem: String?
      }
      let run: Int
      let tenant: String
      let state: String
      let fulfilled: Bool
      let changes: [Change]
    }
    let text = try JSONOutput(RunOutput(Self.outcome([.done, .failed(Self.broken)]))).text
    let run = try JSONDecoder().decode(Run.self, from: Data(text.utf8))
    #expect(run.run == 7 && run.state == "done" && !run.fulfilled)
    #expect(run.changes.map(\.result) == ["done", "failed"])
    #expect(run.changes.map(\.user.id) == ["auth0|0", "auth0|1"])
    #expect(run.changes[0].change == "remove_role" && run.changes[0].problem == nil)
    #expect(run.changes[1].problem?.contains("503") == true)
  }

  @Test(
    "A word is quoted where a shell would take it otherwise",
    arguments: [
      ("plan.jsonl", "plan.jsonl"), ("auth0|1", "'auth0|1'"), ("a b", "'a b'"), ("", "''"),
      ("it's", "'it'\\''s'"), ("$(x)", "'$(x)'"),
    ])
  func shellWord(word: String, quoted: String) {
    #expect(ShellWord(word).text == quoted)
  }

  @Test("The progress line counts what was sent and what ended, and says how fast")
  func progress() {
    var progress = RunProgress(total: 40)
    for place in 0..<20 {
      let moment = Timestamp(milliseconds: Int64(place) * 100)
      progress.noteSent(at: moment)
      if place < 12 { progress.note(place == 0 ? .failed(Self.broken) : .done, at: moment) }
    }
    var update = RunUpdate(plan: "run", phase: .changing, progress: progress, callsLeft: 30)
    let now = Timestamp(milliseconds: 2_000)
    let unlimited = RunProgressLine(update, limit: nil, share: 75, now: now)
    #expect(
      unlimited.text == "[##########----------] 20 of 40, 1 failed, 8 to be verified, 10.0/s, "
        + "about 2 seconds to go")
    let limit = RateLimit(limit: 50, remaining: 12, resetsAt: nil, refillPerSecond: 2)
    #expect(
      RunProgressLine(update, limit: limit, share: 75, now: now).text
        == "[##########----------] 20 of 40, 1 failed, 8 to be verified, 10.0/s, "
        + "about 14 seconds to go, 12 requests left")
    // Nobody knows how long somebody lets it stand still.
    update.pause = .person
    #expect(
      !RunProgressLine(update, limit: limit, share: 75, now: now).text.contains("to go"))
  }
}
