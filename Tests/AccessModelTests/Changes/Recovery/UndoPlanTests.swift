import AccessModel
import Testing

@Suite("Taking back a run")
struct UndoPlanTests {
  private static let removal = Change.removeRole(.admin, from: .anaThen)
  private static let assignment = Change.assignRole(.admin, to: .anaThen)
  private static let closed = APIError(.forbidden, .getUser, status: 403)
  private static let blocked = UserNow(createdAt: .minute(-1_000), isBlocked: true)

  /// What the journal has of a change, what is so now, and what is taken back.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var change: Change = removal
    var attempts: [ChangeAttempt] = [.accepted]
    var before: HeldBefore?
    var readBefore: HeldBefore?
    var logID: String?
    /// Whether what the run wanted is still so; `nil` where that could not be read.
    var isSo: Bool? = true
    var user: Fact<UserNow?> = .known(UserNow(.anaThen))
    var role: Fact<RoleNow?> = .known(RoleNow(permissions: .known([])))
    var isMember: Fact<Bool> = .known(true)
    var decided: LaterDecision?
    /// `nil` where it is taken back.
    var expected: UndoPlan.Reason?
  }

  @Test(
    "a removal becomes a grant, and nothing is given back that is not ours to give",
    arguments: [
      Case(testDescription: "removed, and still so"),
      Case(
        testDescription: "assigned, and still so: it is removed, not assigned again",
        change: assignment),
      Case(
        testDescription: "it was so before the run", attempts: [], readBefore: .held(false),
        expected: .alreadySoThen),
      Case(
        testDescription: "the tenant accepted what was so before", readBefore: .held(false),
        expected: .alreadySoThen),
      Case(testDescription: "never sent", attempts: [], expected: .neverDone),
      Case(
        testDescription: "refused", attempts: [.refused(.notFound)], expected: .neverDone),
      Case(testDescription: "lost", attempts: [.lost], expected: .fateUncertain),
      Case(testDescription: "not recorded", attempts: [.unrecorded], expected: .fateUncertain),
      Case(testDescription: "lost, and found in the log", attempts: [.lost], logID: "900"),
      Case(
        testDescription: "what was so before was not read", before: .notRead,
        readBefore: .notRead, expected: .beforeUnknown),
      Case(
        testDescription: "what was so before is known from the plan", readBefore: .notRead),
      Case(
        testDescription: "assigned again since by somebody", isSo: false,
        expected: .takenBackSince),
      Case(testDescription: "unread", isSo: nil, expected: .unread(closed)),
      Case(
        testDescription: "a later run decided it", decided: .run("run-2"),
        expected: .decidedSince(.run("run-2"))),
      Case(
        testDescription: "somebody decided it", decided: .log("901"),
        expected: .decidedSince(.log("901"))),
      Case(testDescription: "the user is gone", user: .known(nil), expected: .userDeleted),
      Case(
        testDescription: "the user is blocked", user: .known(blocked), expected: .userBlocked),
      Case(
        testDescription: "the user is blocked, and something is taken away again",
        change: assignment, user: .known(blocked)),
      Case(
        testDescription: "another person has the id now",
        user: .known(UserNow(createdAt: .minute(2), isBlocked: false)),
        expected: .userCreatedAnotherTime),
      Case(
        testDescription: "another person, created before the run",
        user: .known(UserNow(createdAt: .minute(-999), isBlocked: false)),
        expected: .userCreatedAnotherTime),
      Case(
        testDescription: "the tenant does not say when the user was created",
        user: .known(UserNow(createdAt: nil, isBlocked: false)), expected: .userNotCertain),
      Case(
        testDescription: "not known then, and there before the run: the same",
        change: .removeRole(.admin, from: .ana)),
      Case(
        testDescription: "not known then, and created since: another",
        change: .removeRole(.admin, from: .ana),
        user: .known(UserNow(createdAt: .minute(2), isBlocked: false)),
        expected: .userCreatedAnotherTime),
      Case(
        testDescription: "the user is unread", user: .unknown(closed),
        expected: .unread(closed)),
      Case(testDescription: "the role is gone", role: .known(nil), expected: .roleDeleted),
      Case(
        testDescription: "the role is unread", role: .unknown(closed),
        expected: .unread(closed)),
      Case(
        testDescription: "a deleted role stays deleted", change: .deleteRole(.admin),
        expected: .irrevocable(.deletedRoleGetsNewID)),
      Case(
        testDescription: "ended sessions stay ended", change: .revokeAccess(of: .anaThen),
        before: .notRead, readBefore: .notRead,
        expected: .irrevocable(.endedSessionsStayEnded)),
      Case(
        testDescription: "an organization's role",
        change: .removeOrganizationRole(.admin, from: .anaThen, in: .initech)),
      Case(
        testDescription: "an organization's role, no longer a member",
        change: .removeOrganizationRole(.admin, from: .anaThen, in: .initech),
        isMember: .known(false), expected: .notMember),
      Case(
        testDescription: "an organization's role, members unread",
        change: .removeOrganizationRole(.admin, from: .anaThen, in: .initech),
        isMember: .unknown(closed), expected: .unread(closed)),
      Case(
        testDescription: "an organization's role is taken away from whoever is a member or not",
        change: .assignOrganizationRole(.admin, to: .anaThen, in: .initech),
        isMember: .known(false)),
      Case(
        testDescription: "a direct grant",
        change: .revokePermission(.of(.billing, "read:invoices"), from: .anaThen)),
      Case(
        testDescription: "a role's permission",
        change: .removePermission(.of(.billing, "read:invoices"), from: .admin)),
      Case(
        testDescription: "a role's permission, the role is gone",
        change: .removePermission(.of(.billing, "read:invoices"), from: .admin),
        role: .known(nil), expected: .roleDeleted),
    ])
  func decides(example: Case) throws {
    var entry = ChangeEntry.of(example.change, before: example.before, logID: example.logID)
    entry.attempts = example.attempts
    entry.readBefore =
      example.readBefore
      ?? (example.attempts.isEmpty ? .notRead : .held(!example.change.grants))
    var truth = TruthNow.of(
      example.change, isSo: example.isSo ?? true, user: example.user, role: example.role,
      decided: example.decided)
    if example.isSo == nil { truth.states[example.change.subject] = .unknown(Self.closed) }
    truth.members[Organization.initech.identifying] = [User.ana.id: example.isMember]
    let undo = UndoPlan(
      of: .of(entry, permissionsThen: [Role.admin.id: []]), truth: truth)
    #expect(undo.leftOut.map(\.reason) == (example.expected.map { [$0] } ?? []))
    #expect(undo.changes.count == (example.expected == nil ? 1 : 0))
    if let change = undo.changes.first?.change {
      #expect(change.subject == example.change.subject)
      #expect(change.grants != example.change.grants)
      #expect(undo.changes.first?.before == .held(example.change.grants))
    }
    #expect(undo.growth.isEmpty)
  }

  private static let read = Permission.Key(api: "https://billing/", name: "read:invoices")
  private static let refund = Permission.Key(api: "https://billing/", name: "refund:invoices")

  @Test(
    "what a role gives more than then is shown, or leaves it out",
    arguments: [
      ([read], [read], nil), ([read], [refund, read], .gains([refund])), ([read, refund], [], nil),
      (nil, [read], .unknown), ([read], nil, .unknown),
    ] as [([Permission.Key]?, [Permission.Key]?, UndoPlan.Growth?)])
  func grown(then: [Permission.Key]?, now: [Permission.Key]?, growth: UndoPlan.Growth?) {
    let run = RunRecord.of(
      .of(Self.removal, .accepted),
      permissionsThen: then.map { [Role.admin.id: Set($0)] } ?? [:])
    let permissions: Fact<[Permission.Key]> = now.map { .known($0) } ?? .unknown(Self.closed)
    let truth = TruthNow.of(
      Self.removal, isSo: true, role: .known(RoleNow(permissions: permissions)))
    let undo = UndoPlan(of: run, truth: truth)
    #expect(undo.changes.count == 1)
    #expect(undo.growth == (growth.map { [Role.admin.id: $0] } ?? [:]))

    let strict = UndoPlan(of: run, truth: truth, leavesOutGrownRoles: true)
    if case .gains(let gained) = growth {
      #expect(strict.changes.isEmpty && strict.growth.isEmpty)
      #expect(strict.leftOut.map(\.reason) == [.roleGivesMore(gained)])
    } else {
      #expect(strict == undo)
    }
  }

  @Test("an undo can be undone, and the one before it is not undone over its head")
  func undoOfUndo() throws {
    let first = RunRecord.of(.of(Self.removal, .accepted))
    let undo = UndoPlan(of: first, truth: .of(Self.removal, isSo: true))
    let grant = try #require(undo.changes.first)
    #expect(grant.change.identity == Change.assignRole(.admin, to: .ana).identity)

    let second = RunRecord.of(
      .of(grant.change, before: grant.before, .at(11, .accepted(status: 204))), id: "run-2",
      startedAt: .minute(10))
    let again = UndoPlan(of: second, truth: .of(grant.change, isSo: true))
    #expect(again.changes.map(\.change.kind) == [.removeRole])

    // Undone, and removed again by the undo of the undo: the first run is not to give it back.
    let third = RunRecord.of(
      .of(Self.removal, .at(21, .accepted(status: 204))), id: "run-3", startedAt: .minute(20))
    var truth = TruthNow.of(Self.removal, isSo: true)
    truth.decidedSince = LaterDecision.decisions(after: first, in: [third, second, first])
    #expect(
      UndoPlan(of: first, truth: truth).leftOut.map(\.reason) == [.decidedSince(.run("run-3"))])
    truth.decidedSince = LaterDecision.decisions(after: third, in: [third, second, first])
    #expect(UndoPlan(of: third, truth: truth).changes.map(\.change.kind) == [.assignRole])
  }

  @Test(
    "a later run that found it so decided too; one that failed or was of another tenant did not")
  func decisions() {
    let run = RunRecord.of(.of(Self.removal, .accepted))
    func later(_ entry: ChangeEntry, tenant: String? = nil, at minute: Int64 = 10)
      -> [Change.Subject: LaterDecision]
    {
      var other = RunRecord.of(entry, id: "run-2", startedAt: .minute(minute))
      if let tenant { other.tenant = tenant }
      return LaterDecision.decisions(after: run, in: [other])
    }
    let found = ChangeEntry.of(Self.removal, readBefore: .held(false))
    let decided: [Change.Subject: LaterDecision] = [Self.removal.subject: .run("run-2")]
    #expect(later(found) == decided)
    #expect(later(.of(Self.removal, .at(11, .lost(.timedOut)))) == decided)
    #expect(later(.of(Self.removal, .at(11, .refused(.notFound, status: 404)))).isEmpty)
    #expect(later(.of(Self.removal)).isEmpty)
    #expect(later(found, tenant: "globex.eu.auth0.com").isEmpty)
    #expect(later(found, at: -10).isEmpty)
  }

  @Test("an API's RBAC is put back only where it is still as the run set it")
  func setting() throws {
    let off = RBACSetting(enforcesPolicies: false, tokenDialect: nil)
    let on = RBACSetting(enforcesPolicies: true, tokenDialect: "access_token_authz")
    let wanted = Change.setRBAC(of: .billing, to: on)
    let run = RunRecord.of(
      .of(wanted, before: .rbac(off), readBefore: .rbac(off), .accepted))
    func undo(_ now: RBACSetting) -> UndoPlan {
      UndoPlan(of: run, truth: TruthNow(states: [wanted.subject: .known(.rbac(now))]))
    }
    let back = RBACSetting(enforcesPolicies: false, tokenDialect: "access_token")
    let change = try #require(undo(on).changes.first?.change)
    #expect(change.identity == wanted.identity)
    if case .setRBAC(_, let setting) = change { #expect(setting == back) }
    #expect(undo(on).remainders == [0: .tokenDialectStaysSet])
    #expect(undo(off).leftOut.map(\.reason) == [.takenBackSince])
    let other = RBACSetting(enforcesPolicies: true, tokenDialect: "rfc9068_profile")
    #expect(undo(other).leftOut.map(\.reason) == [.setDifferentlySince])
  }
}
