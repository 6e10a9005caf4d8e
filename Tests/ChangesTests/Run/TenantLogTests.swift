import AccessModel
import Changes
import TenantDoubles
import Testing

/// What the tenant's log is asked, what is made of its answers, and what a run does without them.
@Suite("A run and the tenant's log", .timeLimit(.minutes(5)))
struct TenantLogTests {
  private static let removal = Change.removeRole(.admin, from: .ana)
  private static let name = "run-1.0-1"
  private static let scopes: Set<String> = ["read:logs", "update:users", "create:role_members"]

  private let tenant = ScriptedTenant()
  private let journal: Journal
  private let place: JournalPlace

  init() throws {
    place = try JournalPlace()
    journal = try place.open(tenant: "localhost", now: { .minute(0) })
  }

  /// An engine whose pauses end when they are cancelled; none is needed where the tenant shows at once
  /// what was done.
  private func engine(
    scopes: Set<String>? = Self.scopes,
    pause: @escaping @Sendable (Duration) async throws -> Void = { _ in
      try await untilCancelled()
    }
  ) -> ChangeEngine {
    ChangeEngine(
      session: Session(tenant: .local, scopes: scopes), reader: tenant, writer: tenant,
      journal: journal, person: .ana, inFlight: 1, pause: pause, now: { .minute(0) })
  }

  private static func entry(
    _ id: String, named name: String? = Self.name, method: String = "delete",
    path: String = "/api/v2/users/auth0%7Cana/roles", users: [UserID] = [],
    roles: [RoleID] = [Role.admin.id], status: Int = 204, at moment: Timestamp? = .minute(0)
  ) -> LogEntry {
    var entry = LogEntry(id: id, date: moment?.date, type: "sapi")
    entry.correlationID = name
    entry.call = LogEntry.Call(
      method: method, path: path, roles: roles, users: users, status: status)
    return entry
  }

  private static let search = ScriptedTenant.Call.call(.listLogs, ["type:sapi", "0"])

  /// Carries the removal out, with what the tenant says of it.
  private func remove(
    by engine: ChangeEngine, _ receipt: WriteReceipt = WriteReceipt(status: 204)
  ) async throws -> RunOutcome {
    tenant.answer(.permissionsOfRole(Role.admin.id), with: [Permission]())
    tenant.answer(.rolesOfUser(User.ana.id), with: [Role.admin])
    tenant.answer(
      .remove([Role.admin.id], from: User.ana.id, correlation: Self.name), with: receipt)
    tenant.answer(.rolesOfUser(User.ana.id), with: [Role]())
    return try await engine.run(
      Plan(id: "run-1", tenant: .local, changes: [Self.removal]), control: RunControl()
    ) { _ in }
  }

  private func logIDs(_ run: RunNumber) async throws -> [String?] {
    try await journal.changes(of: run).map(\.logID)
  }

  @Test(
    "the entry of an accepted write is on record, where the log has it",
    arguments: [
      ([entry("8", named: nil), entry("7")], "7"), ([], nil), ([entry("7", named: "other")], nil),
      // What was refused is not what was accepted.
      ([entry("7", status: 404)], nil),
    ] as [([LogEntry], String?)])
  func found(entries: [LogEntry], id: String?) async throws {
    tenant.answer(Self.search, with: Page(items: entries, start: 0, total: nil))
    if id == nil, !entries.isEmpty {
      // A second page is looked at, and no more.
      tenant.answer(
        .call(.listLogs, ["type:sapi", "1"]), with: Page<LogEntry>(items: [], start: 0, total: nil))
    }
    let outcome = try await remove(by: engine())
    #expect(outcome.isFulfilled)
    #expect(try await logIDs(outcome.number) == [id])
    #expect(try await journal.changes(of: outcome.number)[0].findings.count == 1)
    tenant.expectNothingLeft()
  }

  @Test("it is not asked where the token may not, or does not say whether it may")
  func notAsked() async throws {
    let outcome = try await remove(by: engine(scopes: nil))
    #expect(outcome.isFulfilled)
    #expect(try await logIDs(outcome.number) == [nil])
  }

  @Test("a log that refuses does not matter to the run")
  func refused() async throws {
    tenant.fail(Self.search, with: APIError(.serverError, .listLogs, status: 503))
    let outcome = try await remove(by: engine())
    #expect(outcome.isFulfilled && outcome.state == .done)
  }

  @Test("a log that does not answer holds nothing up: it has two seconds more, and is left then")
  func silent() async throws {
    let pauses = RecordedPauses()
    tenant.answer(Self.search) { try await untilCancelled() }
    let outcome = try await remove(by: engine { pauses.pause($0) })
    #expect(outcome.isFulfilled && outcome.state == .done)
    #expect(pauses.all == [.seconds(2)])
  }

  @Test("in a long run it is looked into meanwhile, so that at the end little is left to look for")
  func meanwhile() async throws {
    let users = (0..<130).map { UserID("auth0|\($0)") }
    let (looked, look) = AsyncStream.makeStream(of: Void.self)
    tenant.answer(.permissionsOfRole(Role.admin.id), with: [Permission]())
    // The role is on too many lists to read them.
    tenant.answer(
      .members(Role.admin.id, perPage: 100),
      with: Page<RoleMember>(items: [], start: 0, total: 90_000))
    for (place, user) in users.enumerated() {
      tenant.answer(.rolesOfUser(user), with: [Role.admin])
      tenant.answer(.rolesOfUser(user), with: [Role]())
      tenant.answer(.remove([Role.admin.id], from: user, correlation: "run-1.\(place)-1")) {
        // The last one waits until the log has been looked into.
        if place == 129 { for await _ in looked { break } }
        return WriteReceipt(status: 204)
      }
    }
    func page(_ places: Range<Int>) -> Page<LogEntry> {
      let entries = places.reversed().map { Self.entry("log-\($0)", named: "run-1.\($0)-1") }
      return Page(items: entries, start: 0, total: nil)
    }
    // After the first five, after a hundred more at the latest, and in the end for the others.
    tenant.answer(Self.search, with: page(0..<5))
    let second = page(5..<90)
    tenant.answer(Self.search) {
      look.yield()
      return second
    }
    tenant.answer(.call(.listLogs, ["type:sapi", "1"]), with: page(0..<0))
    tenant.answer(Self.search, with: page(30..<130))
    let outcome = try await engine().run(
      Plan(
        id: "run-1", tenant: .local, .remove, .admin, of: users.map { User(id: $0) },
        held: { _ in .held(true) }), control: RunControl()
    ) { _ in }
    #expect(outcome.isFulfilled)
    #expect(try await logIDs(outcome.number) == (0..<130).map { "log-\($0)" })
    tenant.expectNothingLeft()
  }

  /// What taking the run back, or going on with it, reads.
  private func expectReading(_ log: [LogEntry]?, held: [Role] = []) {
    var ana = User.ana
    ana.createdAt = Timestamp.minute(-100).date
    tenant.answer(.rolesOfUser(ana.id), with: held)
    tenant.answer(.user(ana.id), with: UserDocument(user: ana, json: RawJSON(bytes: [])))
    tenant.answer(.call(.getRole, [Role.admin.id.rawValue]), with: Role.admin)
    tenant.answer(.permissionsOfRole(Role.admin.id), with: [Permission]())
    let before = ScriptedTenant.Call.call(
      .listLogs, ["date:[* TO \(Timestamp.minute(-10))]", "0"])
    guard let log else {
      tenant.fail(before, with: APIError(.timedOut, .listLogs))
      return
    }
    tenant.answer(before, with: Page(items: [Self.entry("1", named: nil)], start: 0, total: nil))
    tenant.answer(
      .call(.listLogs, ["1"]), with: [Page(items: log, start: 0, total: nil)])
  }

  @Test("an undo says that it does not know what others decided where the log does not answer")
  func undoUnread() async throws {
    let outcome = try await remove(by: engine(scopes: nil))
    expectReading(nil)
    let undo = try await engine().undoPlan(of: outcome.number)
    #expect(undo.changes.map(\.change.identity) == [Change.assignRole(.admin, to: .ana).identity])
    #expect(undo.decisionsUnread?.code == .timedOut)

    // Nor where the token may not read it.
    tenant.answer(.rolesOfUser(User.ana.id), with: [Role]())
    tenant.fail(.user(User.ana.id), with: APIError(.notFound, .getUser, status: 404))
    tenant.answer(.call(.getRole, [Role.admin.id.rawValue]), with: Role.admin)
    tenant.answer(.permissionsOfRole(Role.admin.id), with: [Permission]())
    let forbidden = try await engine(scopes: []).undoPlan(of: outcome.number)
    #expect(forbidden.decisionsUnread?.code == .forbidden)
    #expect(forbidden.leftOut.map(\.reason) == [.userDeleted])
    tenant.expectNothingLeft()
  }

  @Test(
    "an undo leaves out what the log says that somebody decided since, however it says so",
    arguments: [
      entry("9", named: nil, at: .minute(5)),
      entry("9", named: "somebody-else.0-1", at: .minute(5)),
      entry(
        "9", named: nil, method: "post", path: "/api/v2/roles/rol_admin/users",
        users: [User.bo.id, User.ana.id], roles: [], status: 200, at: .minute(5)),
      // Without a date nobody can tell that it was before.
      entry("9", named: nil, at: nil),
      // By a clock that is behind: ours was accepted at its -30.
      entry("9", named: nil, at: .minute(-25)),
    ])
  func undoDecided(decision: LogEntry) async throws {
    let receipt = WriteReceipt(status: 204, tenantTime: .minute(-30))
    let outcome = try await remove(by: engine(scopes: nil), receipt)
    expectReading([Self.entry("7", at: .minute(-30)), decision])
    let undo = try await engine().undoPlan(of: outcome.number)
    #expect(undo.leftOut.map(\.reason) == [.decidedSince(.log("9"))])
    #expect(undo.changes.isEmpty && undo.decisionsUnread == nil)
    tenant.expectNothingLeft()
  }

  @Test(
    "and not what it says of before, of others, of refusals, or of our own",
    arguments: [
      [entry("7")], [entry("9", named: nil, at: .minute(-40))],
      [entry("9", named: nil, path: "/api/v2/users/auth0%7Cbo/roles", at: .minute(5))],
      [entry("9", named: nil, roles: [Role.viewer.id], at: .minute(5))],
      [entry("9", named: nil, status: 403, at: .minute(5))],
    ])
  func undoUndecided(log: [LogEntry]) async throws {
    let receipt = WriteReceipt(status: 204, tenantTime: .minute(-30))
    let outcome = try await remove(by: engine(scopes: nil), receipt)
    expectReading(log)
    let undo = try await engine().undoPlan(of: outcome.number)
    #expect(undo.leftOut.isEmpty)
    #expect(undo.changes.count == 1)
  }

  /// A removal of which no answer came, left where it stands; and what going on with it reads.
  private func loseAnswer(_ log: [LogEntry]) async throws -> RunNumber {
    let control = RunControl()
    tenant.answer(.permissionsOfRole(Role.admin.id), with: [Permission]())
    tenant.answer(.rolesOfUser(User.ana.id), with: [Role.admin])
    tenant.fail(
      .remove([Role.admin.id], from: User.ana.id, correlation: Self.name),
      with: APIError(.timedOut, .removeUserRoles))
    tenant.answer(.rolesOfUser(User.ana.id), with: [Role.admin])
    let outcome = try await engine(scopes: nil).run(
      Plan(id: "run-1", tenant: .local, changes: [Self.removal]), control: control
    ) { if $0.progress.sent > 0 { control.leave() } }
    expectReading(log, held: [.admin])
    return outcome.number
  }

  @Test(
    "a call of which no answer came was carried out only where the log tells of that very call",
    arguments: [
      (entry("7"), .decidedAgainSince), (entry("7", named: "other"), .askPerson),
      (entry("7", method: "post"), .askPerson), (entry("7", status: 403), .askPerson),
      (entry("7", path: "/api/v2/users/auth0%7Cbo/roles"), .askPerson),
      (entry("7", roles: [Role.viewer.id]), .askPerson),
    ] as [(LogEntry, ResumeDecision)])
  func lost(entry: LogEntry, decision: ResumeDecision) async throws {
    var entry = entry
    // What others did before is not what is asked here.
    if entry.correlationID == "other" { entry.date = Timestamp.minute(-5).date }
    let run = try await loseAnswer([entry])
    let plan = try await engine().resumePlan(of: run)
    #expect(plan.decisions == [decision])
    #expect(plan.decisionsUnread == nil)
  }
}
