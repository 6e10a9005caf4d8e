import AccessModel
import Testing

@Suite("Going on with a run")
struct ResumeDecisionTests {
  private static let removal = Change.removeRole(.admin, from: .anaThen)
  private static let closed = APIError(.forbidden, .listUserRoles, status: 403)

  /// What the journal has of a change, what is so now, and what follows.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var change: Change = removal
    var attempts: [ChangeAttempt] = []
    var before: HeldBefore?
    var readBefore: HeldBefore?
    var logID: String?
    /// Whether the change is so now; `nil` where that could not be read.
    var isSo: Bool?
    var user: Fact<UserNow?> = .known(UserNow(.anaThen))
    var role: Fact<RoleNow?> = .known(RoleNow(permissions: .known([])))
    var decided: LaterDecision?
    var log: LogEvidence = .notAsked
    var answer: ResumeDecision.Answer?
    var expected: ResumeDecision
    /// What a retry does instead; the same where nothing else is said.
    var retried: ResumeDecision?

    var entry: ChangeEntry {
      var entry = ChangeEntry.of(change, before: before, logID: logID)
      entry.attempts = attempts
      entry.readBefore = readBefore ?? (attempts.isEmpty ? .notRead : .held(!change.grants))
      return entry
    }

    var truth: TruthNow {
      var truth = TruthNow.of(
        change, isSo: isSo ?? false, user: user, role: role, decided: decided)
      if isSo == nil { truth.states[change.subject] = .unknown(closed) }
      return truth
    }
  }

  private static let found = LogEvidence.found(logID: "900")
  private static let silent = LogEvidence.absent(from: .minute(0), to: .minute(6))

  static let unsent: [Case] = [
    Case(testDescription: "never sent", isSo: false, expected: .send),
    Case(testDescription: "never sent, so already", isSo: true, expected: .alreadySo),
    Case(testDescription: "never sent, unread", isSo: nil, expected: .unread(closed)),
    Case(
      testDescription: "never sent, it was so when it was planned: decided again since",
      before: .held(false), isSo: false, expected: .decidedAgainSince),
    Case(
      testDescription: "never sent, not known when it was planned", before: .notRead, isSo: false,
      expected: .send),
    Case(
      testDescription: "never sent, decided by a later run", isSo: false, decided: .run("run-2"),
      expected: .decidedByOthers(.run("run-2"))),
    Case(
      testDescription: "never sent, decided by somebody else", isSo: false, decided: .log("9"),
      expected: .decidedByOthers(.log("9"))),
    Case(
      testDescription: "never sent, the user is gone", isSo: false, user: .known(nil),
      expected: .userDeleted),
    Case(
      testDescription: "never sent, the id is another person's", isSo: false,
      user: .known(UserNow(createdAt: .minute(3), isBlocked: false)),
      expected: .userCreatedAnotherTime),
    Case(
      testDescription: "never sent, the user is blocked: taking away goes on", isSo: false,
      user: .known(UserNow(createdAt: .minute(-1_000), isBlocked: true)), expected: .send),
    Case(
      testDescription: "never sent, the user is unread", isSo: false, user: .unknown(closed),
      expected: .unread(closed)),
    Case(
      testDescription: "never sent, the role is gone", isSo: false, role: .known(nil),
      expected: .roleDeleted),
    Case(
      testDescription: "found so by the run", readBefore: .held(false), isSo: true,
      expected: .alreadySo),
    Case(
      testDescription: "found so by the run, and not any more", readBefore: .held(false),
      isSo: false, expected: .decidedAgainSince),
    Case(
      testDescription: "an assignment, never sent: not held is not so",
      change: .assignRole(.admin, to: .anaThen), isSo: false, expected: .send),
    Case(
      testDescription: "an assignment, never sent: held is so",
      change: .assignRole(.admin, to: .anaThen), isSo: true, expected: .alreadySo),
  ]

  static let accepted: [Case] = [
    Case(testDescription: "accepted", attempts: [.accepted], isSo: true, expected: .recorded),
    Case(
      testDescription: "accepted, and held again: never sent twice", attempts: [.accepted],
      isSo: false, expected: .decidedAgainSince),
    Case(
      testDescription: "accepted, unread", attempts: [.accepted], isSo: nil,
      expected: .recordedUnread(closed)),
    Case(
      testDescription: "lost first, accepted then", attempts: [.lost, .accepted], isSo: false,
      expected: .decidedAgainSince),
    Case(
      testDescription: "lost, but found in the log before", attempts: [.lost], logID: "900",
      isSo: false, expected: .decidedAgainSince),
    Case(
      testDescription: "an assignment, accepted and taken away again",
      change: .assignRole(.admin, to: .anaThen), attempts: [.accepted], isSo: false,
      expected: .decidedAgainSince),
  ]

  static let uncertain: [Case] = [
    Case(
      testDescription: "the answer was not recorded, and it is so", attempts: [.unrecorded],
      isSo: true, expected: .soWithUncertainFate),
    Case(
      testDescription: "lost, and it is so", attempts: [.lost], isSo: true,
      expected: .soWithUncertainFate),
    Case(
      testDescription: "not recorded, and still held: the log is asked", attempts: [.unrecorded],
      isSo: false, expected: .askLog(correlations: ["run-1-1"])),
    Case(
      testDescription: "lost, refused then: it may be the first that was carried out",
      attempts: [.lost, .refused(.badRequest)], isSo: false,
      expected: .askLog(correlations: ["run-1-1"])),
    Case(
      testDescription: "the log has it: assigned again since", attempts: [.lost], isSo: false,
      log: found, expected: .decidedAgainSince),
    Case(
      testDescription: "the log reaches past it and does not have it", attempts: [.lost],
      isSo: false, log: silent, expected: .send),
    Case(
      testDescription: "the log lags behind", attempts: [.lost], isSo: false,
      log: .absent(from: .minute(0), to: .minute(5)), expected: .askPerson),
    Case(
      testDescription: "the log has forgotten", attempts: [.lost], isSo: false,
      log: .absent(from: .minute(2), to: .minute(90)), expected: .askPerson),
    Case(
      testDescription: "the log is closed to the token", attempts: [.lost], isSo: false,
      log: .unreadable(closed), expected: .askPerson),
    Case(
      testDescription: "a person says to send it", attempts: [.lost], isSo: false,
      log: .unreadable(closed), answer: .send, expected: .send),
    Case(
      testDescription: "a person says to leave it", attempts: [.lost], isSo: false,
      log: .unreadable(closed), answer: .leave, expected: .leftByPerson),
    Case(
      testDescription: "a person's answer does not stand for the log", attempts: [.lost],
      isSo: false, answer: .send, expected: .askLog(correlations: ["run-1-1"])),
    Case(
      testDescription: "uncertain, unread", attempts: [.lost], isSo: nil,
      expected: .unread(closed)),
    Case(
      testDescription: "uncertain, and the id is another person's", attempts: [.lost],
      isSo: false, user: .known(UserNow(createdAt: .minute(3), isBlocked: false)), log: silent,
      expected: .userCreatedAnotherTime),
    Case(
      testDescription: "uncertain, and decided by somebody else", attempts: [.lost], isSo: false,
      decided: .log("9"), log: silent, expected: .decidedByOthers(.log("9"))),
    Case(
      testDescription: "ended sessions cannot be read: the log is asked",
      change: .revokeAccess(of: .anaThen), attempts: [.lost], isSo: nil,
      expected: .askLog(correlations: ["run-1-1"])),
  ]

  static let refused: [Case] = [
    Case(
      testDescription: "refused for itself: a retry sends it again",
      attempts: [.refused(.notFound)], isSo: false, expected: .refused(.notFound), retried: .send),
    Case(
      testDescription: "refused for itself, so now", attempts: [.refused(.conflict)], isSo: true,
      expected: .alreadySo),
    Case(
      testDescription: "refused for the token: going on sends it",
      attempts: [.refused(.unauthorized)], isSo: false, expected: .send),
    Case(
      testDescription: "refused for the pace", attempts: [.refused(.rateLimited)], isSo: false,
      expected: .send),
    Case(
      testDescription: "refused for a scope", attempts: [.refused(.forbidden)], isSo: false,
      expected: .send),
    Case(
      testDescription: "no connection came about", attempts: [.refused(.unreachable)],
      isSo: false, expected: .send),
    Case(
      testDescription: "refused, and decided by a later run since",
      attempts: [.refused(.unauthorized)], isSo: false, decided: .run("run-2"),
      expected: .decidedByOthers(.run("run-2"))),
    Case(
      testDescription: "refused for itself, and decided by a later run since",
      attempts: [.refused(.conflict)], isSo: false, decided: .run("run-2"),
      expected: .refused(.conflict), retried: .decidedByOthers(.run("run-2"))),
    Case(
      testDescription: "refused, and the user is gone", attempts: [.refused(.notFound)],
      isSo: false, user: .known(nil), expected: .refused(.notFound), retried: .userDeleted),
  ]

  @Test("decides for each change", arguments: unsent + accepted + uncertain + refused)
  func decides(example: Case) {
    let run = RunRecord.of(example.entry)
    let plan = ResumePlan(
      of: run, truth: example.truth, log: [0: example.log],
      answers: example.answer.map { [0: $0] } ?? [:])
    #expect(plan.decisions == [example.expected])
    #expect(plan.toSend == (example.expected == .send ? [0] : []))
    #expect(plan.toAskPerson == (example.expected == .askPerson ? [0] : []))
    if case .askLog = example.expected { #expect(plan.toAskLog == [0]) }

    let retry = RetryPlan(
      of: run, truth: example.truth, log: [0: example.log],
      answers: example.answer.map { [0: $0] } ?? [:])
    let retried = example.retried ?? example.expected
    #expect(retry.toSend == (retried == .send ? [0] : []))
    #expect(retry.leftOut == (retried == .send ? [:] : [0: retried]))
  }

  @Test("an empty run has nothing to go on with, to retry or to take back")
  func empty() {
    let run = RunRecord.of()
    #expect(ResumePlan(of: run, truth: TruthNow()).decisions.isEmpty)
    #expect(RetryPlan(of: run, truth: TruthNow()).toSend.isEmpty)
    let undo = UndoPlan(of: run, truth: TruthNow())
    #expect(undo.changes.isEmpty && undo.leftOut.isEmpty)
    #expect(undo.plan(id: "u", tenant: .production).changes.isEmpty)
  }

  @Test("a record that cannot be understood is never acted on")
  func unreadable() {
    let entry = ChangeEntry(record: ChangeRecord(kind: .removeRole))
    let run = RunRecord.of(entry)
    #expect(ResumePlan(of: run, truth: TruthNow()).decisions == [.unreadableRecord])
    #expect(UndoPlan(of: run, truth: TruthNow()).leftOut.map(\.reason) == [.unreadableRecord])
  }

  @Test("an API's RBAC goes on by how it is set now")
  func setting() {
    let wanted = RBACSetting(enforcesPolicies: true, tokenDialect: nil)
    let change = Change.setRBAC(of: .billing, to: wanted)
    func decision(_ now: RBACSetting) -> [ResumeDecision] {
      let off = RBACSetting(enforcesPolicies: false, tokenDialect: nil)
      let truth = TruthNow(states: [change.subject: .known(.rbac(now))])
      return ResumePlan(of: .of(.of(change, before: .rbac(off))), truth: truth).decisions
    }
    #expect(decision(RBACSetting(enforcesPolicies: false, tokenDialect: nil)) == [.send])
    #expect(
      decision(RBACSetting(enforcesPolicies: true, tokenDialect: "access_token_authz"))
        == [.alreadySo])
  }
}
