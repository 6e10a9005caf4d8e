import AccessModel
import FoundationEssentials
import Testing

@Suite("A run on record, exported")
struct RunExportTests {
  private static let at = Timestamp(milliseconds: 1_764_000_000_000)

  private static let run = RunSummary(
    id: RunNumber(3), begunAt: at,
    beginning: RunBeginning(
      planID: "rc-1", planSHA256: "af95", reason: "=SEC-418",
      appliedBy: RunOperator(
        userName: "ada", userNumber: 1, host: "laptop", process: 7, version: "1.0")),
    state: .done, steps: [RunStep(.done, at: at)],
    progress: RunSummary.Progress(total: 2, sent: 2, found: [.done: 1, .failed: 1]))

  private static let changes: [ChangeHistory] = {
    var bo = User(id: UserID("auth0|bo"), name: "=Bo\u{202E}")
    bo.email = "bo@acme.example"
    let removal = JournaledChange(
      ChangeRecord(.removeRole(.admin, from: .ana), before: .held(true), includesEmail: true))
    let hostile = JournaledChange(
      ChangeRecord(.removeRole(.admin, from: bo), before: .held(true), includesEmail: true))
    return [
      ChangeHistory(
        index: 0, change: removal,
        attempts: [
          ChangeHistory.Attempt(
            intendedAt: at,
            intent: ChangeIntent(
              change: 0, attempt: 1, correlationID: "rc-1.0-1", before: ChangeReading(held: true)),
            answeredAt: at,
            answer: ChangeAnswer(
              change: 0, attempt: 1, result: .accepted, status: 204, requestID: "req-1",
              tenantTime: at))
        ],
        findings: [
          ChangeHistory.Finding(
            at: at,
            finding: ChangeFinding(
              change: 0, state: .done, after: ChangeReading(held: false), logID: "log_1"))
        ]),
      ChangeHistory(
        index: 1, change: hostile,
        findings: [
          ChangeHistory.Finding(
            at: at,
            finding: ChangeFinding(
              change: 1, state: .failed, problem: "could not remove the role: forbidden"))
        ]),
    ]
  }()

  private static func text(_ form: RunExport.Form) throws -> String {
    try RunExport.text(of: run, tenant: "acme.eu.auth0.com", changes: changes, as: form)
  }

  @Test("CSV has a line a change, with who, what, what became of it and when")
  func csv() throws {
    let lines = try Self.text(.csv).split(separator: "\r\n").map { line in
      line.dropFirst().dropLast().split(separator: "\",\"", omittingEmptySubsequences: false)
    }
    #expect(lines.count == 3)
    let columns = lines[0].map { String($0) }
    let rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
    #expect(rows.allSatisfy { $0.count == columns.count })
    #expect(rows[0]["tenant"] == "acme.eu.auth0.com" && rows[0]["run"] == "3")
    #expect(rows[0]["applied_by"] == "ada@laptop" && rows[0]["reason"] == "'=SEC-418")
    #expect(rows[0]["change"] == "remove_role" && rows[0]["result"] == "done")
    #expect(rows[0]["held_before"] == "true" && rows[0]["status"] == "204")
    #expect(rows[0]["request_id"] == "req-1" && rows[0]["correlation_id"] == "rc-1.0-1")
    #expect(rows[0]["sent_at"] == "2025-11-24T16:00:00.000Z" && rows[0]["log_id"] == "log_1")
    #expect(rows[1]["user_id"] == "auth0|bo" && rows[1]["user_name"] == "'=Bo‹202E›")
    #expect(rows[1]["result"] == "failed" && rows[1]["attempts"] == "0")
    #expect(rows[1]["problem"] == "could not remove the role: forbidden")
  }

  @Test("JSON is one object in ASCII, with each attempt and finding in the API's names")
  func json() throws {
    struct Run: Decodable {
      struct Change: Decodable {
        let index: Int
        let planned: ChangeRecord
        let result: String
        let problem: String?
      }
      let tenant: String
      let run: Int
      let state: String
      let beginning: RunBeginning
      let changes: [Change]
    }
    let text = try Self.text(.json)
    let isHarmless = text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) }
    #expect(isHarmless)
    let run = try JSONDecoder().decode(Run.self, from: Data(text.utf8))
    #expect(run.tenant == "acme.eu.auth0.com" && run.run == 3 && run.state == "done")
    #expect(run.beginning == Self.run.beginning)
    #expect(run.changes.map(\.planned) == Self.changes.compactMap(\.change?.record))
    #expect(run.changes.map(\.result) == ["done", "failed"])
    #expect(run.changes[1].problem == "could not remove the role: forbidden")
    for key in [
      "\"intended_at\"", "\"request_id\"", "\"tenant_time\"", "\"user_id\"", "\"log_id\"",
    ] {
      #expect(text.contains(key))
    }
  }

  @Test("no address leaves with it", arguments: RunExport.Form.allCases)
  func noAddress(form: RunExport.Form) throws {
    #expect(try !Self.text(form).contains("acme.example"))
  }

  @Test("written in parts it is the same", arguments: RunExport.Form.allCases)
  func parts(form: RunExport.Form) throws {
    var export = RunExport(of: Self.run, tenant: "acme.eu.auth0.com", as: form)
    var text = try export.head
    for change in Self.changes { text += try export.rows(of: [change]) }
    #expect(text + export.end == (try Self.text(form)))
  }

  @Test("a run without changes is whole as well")
  func empty() throws {
    let csv = try RunExport.text(of: Self.run, tenant: "acme", changes: [], as: .csv)
    #expect(csv.hasPrefix("\"tenant\",\"run\"") && csv.hasSuffix("\"log_id\"\r\n"))
    struct Run: Decodable { let changes: [Int] }
    let json = try RunExport.text(of: Self.run, tenant: "acme", changes: [], as: .json)
    #expect(try JSONDecoder().decode(Run.self, from: Data(json.utf8)).changes.isEmpty)
  }

  @Test("a file is named after tenant and run, and no name leads anywhere else")
  func fileName() {
    #expect(
      RunExport(of: Self.run, tenant: "acme.eu.auth0.com", as: .csv).fileName
        == "rolecall-acme.eu.auth0.com-run-3.csv")
    #expect(
      RunExport(of: Self.run, tenant: "127.0.0.1:4400", as: .json).fileName
        == "rolecall-127.0.0.1-4400-run-3.json")
    #expect(
      RunExport(of: Self.run, tenant: "../../etc/x", as: .json).fileName
        == "rolecall-..-..-etc-x-run-3.json")
  }

  @Test(
    "what became of a change is what was found last, else how far it came",
    arguments: [
      (ChangeFinding.State.notInEffect, ChangeAnswer.Result.accepted, .notInEffect),
      (nil, .accepted, .accepted), (nil, .refused, .refused), (nil, .unanswered, .unknown),
      (nil, nil, .notSent), (.skipped, nil, .skipped),
    ] as [(ChangeFinding.State?, ChangeAnswer.Result?, ChangeHistory.Result)])
  func result(
    found: ChangeFinding.State?, answer: ChangeAnswer.Result?, result: ChangeHistory.Result
  ) {
    var change = Self.changes[0]
    change.findings =
      found.map { state in
        [ChangeHistory.Finding(at: Self.at, finding: ChangeFinding(change: 0, state: state))]
      } ?? []
    if let answer { change.attempts[0].answer?.result = answer } else { change.attempts = [] }
    #expect(change.result == result)
    change.change = nil
    #expect(change.result == .purged)
  }

  @Test("each result has words of its own")
  func words() {
    let results = ChangeHistory.Result.allCases
    #expect(Set(results.map(\.words)).count == results.count)
    #expect(!results.contains { $0.words.contains("_") })
  }
}
