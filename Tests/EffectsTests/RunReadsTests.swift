import AccessModel
import Changes
import FoundationEssentials
import Glibc
import RolecallApp
import TenantDoubles
import Testing

@testable import Effects
@testable import ManagementAPI

@Suite("What is asked about runs on record, and about calls", .timeLimit(.minutes(5)))
struct RunReadsTests {
  private static let tenant = Tenant(domain: "localhost", isProduction: false)
  private static let admin = Role(id: RoleID("rol_admin"), name: "Billing Admin")
  private static let person = RunOperator.ofThisProcess(version: "0")

  private let doubles = ScriptedTenant()
  private let source = JournalSource.temporary(tenant: "localhost", version: "0")
  private let log = APILog()

  private func access() -> TenantAccess {
    TenantAccess(
      session: Session(tenant: Self.tenant, scopes: nil), reader: doubles, patientReader: doubles,
      writer: doubles, log: log, journal: source, person: Self.person)
  }

  private func replies(to read: Read) async -> [Reply] {
    var replies: [Reply] = []
    await TenantReader(access(), pause: { _ in }).answer(read) { replies.append($0) }
    doubles.expectNothingLeft()
    return replies
  }

  /// A run of so many, of which the second failed.
  private func run(_ count: Int) async throws -> RunNumber {
    let changes = (0..<count).map {
      JournaledChange(
        ChangeRecord(
          .removeRole(Self.admin, from: User(id: UserID("auth0|\($0)"), name: "=Person \($0)")),
          includesEmail: false))
    }
    let run = try await source.journal().begin(
      RunBeginning(
        planID: "run-1", planSHA256: "\(count)", reason: "SEC-418", appliedBy: Self.person),
      changes: changes)
    try await run.intend([ChangeIntent(change: 1, attempt: 1, correlationID: "c")])
    try await run.record([ChangeFinding(change: 1, state: .failed, problem: "gone")])
    try await run.step(.done)
    run.close()
    return run.number
  }

  @Test("a run, the places that fit a filter, and what is on record of some")
  func run() async throws {
    let number = try await run(3)
    guard case .run(let summary) = await replies(to: .run(number)).first else {
      Issue.record("no run")
      return
    }
    #expect(summary.id == number)
    #expect(summary.progress.total == 3)
    let failed = RunFilter(isTroubleAlone: true)
    #expect(await replies(to: .runPlaces(number, failed)) == [.runPlaces([1])])
    guard case .runChanges(let changes) = await replies(to: .runChanges(number, at: [2, 0])).first
    else {
      Issue.record("no changes")
      return
    }
    #expect(changes.map(\.index) == [0, 2])
  }

  @Test("a run that is not on record is a failure with its reason")
  func unknown() async {
    guard case .failed(let error) = await replies(to: .run(RunNumber(9))).first else {
      Issue.record("no failure")
      return
    }
    #expect(error.code == .forbidden)
  }

  private static func call() -> APICall {
    APICall(
      number: 0, operation: .listUsers, method: "GET", path: "/api/v2/users",
      startedAt: .distantPast, duration: .zero, attempt: 1, status: 200)
  }

  @Test("the calls that were made, at once; those after one as soon as there are any")
  func calls() async {
    #expect(await replies(to: .apiCalls(after: nil)) == [.apiCalls([])])
    log.note(Self.call())
    #expect(await replies(to: .apiCalls(after: nil)) == [.apiCalls(log.calls)])
    async let next = replies(to: .apiCalls(after: 1))
    log.note(Self.call())
    guard case .apiCalls(let calls) = await next.first else {
      Issue.record("no calls")
      return
    }
    #expect(calls.map(\.number) == [2])
  }

  @Test("a run is written to two files of its owner's alone, and over none that is there")
  func export() async throws {
    let number = try await run(2_100)
    let folder = FileManager.default.temporaryDirectory.path + "/rolecall-export-\(UUID())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let exporter = RunExporter(source: source, tenant: "localhost", folder: folder)
    var names: Set<String> = []
    for _ in 0..<2 {
      guard case .written(let paths) = await exporter.export(number) else {
        Issue.record("not written")
        return
      }
      #expect(paths.count == 2)
      for path in paths {
        #expect(names.insert(path).inserted, "\(path) was written over")
        var status = stat()
        #expect(stat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        let text = String(
          decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
        #expect(text.contains("auth0|2099"))
        if path.hasSuffix(".csv") {
          // A head, and a line a change; what a spreadsheet would run is defused.
          #expect(text.split(whereSeparator: \.isNewline).count == 2_101)
          #expect(!text.contains(",=Person"))
        }
      }
    }
    let missing = RunExporter(source: source, tenant: "localhost", folder: folder + "/none")
    guard case .failed = await missing.export(number) else {
      Issue.record("written nowhere")
      return
    }
  }

  @Test("half an export is none: where the second file cannot stand the first one is gone")
  func half() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/rolecall-export-\(UUID())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      let file = try NewFile(path: folder + "/a.csv")
      try file.append("half")
      #expect(FileManager.default.fileExists(atPath: file.path))
    }
    #expect(!FileManager.default.fileExists(atPath: folder + "/a.csv"))
    let kept = try NewFile(path: folder + "/b.csv")
    try kept.append("whole")
    try kept.keep()
    #expect(throws: NewFile.Failure.self) { try NewFile(path: folder + "/b.csv") }
    // A link to a file that is not there makes none.
    symlink(folder + "/elsewhere", folder + "/c.csv")
    #expect(throws: NewFile.Failure.self) { try NewFile(path: folder + "/c.csv") }
    #expect(!FileManager.default.fileExists(atPath: folder + "/elsewhere"))
  }
}
