import AccessModel
import Changes
import RolecallApp
import TenantDoubles
import Testing

@testable import Effects

@Suite("Carrying out effects", .timeLimit(.minutes(5)))
struct EffectRunnerTests {
  private static let tenant = Tenant(domain: "localhost", isProduction: false)
  private static let ana = User(id: UserID("auth0|ana"))
  private static let admin = Role(id: RoleID("rol_admin"), name: "Billing Admin")
  private static let viewer = Role(id: RoleID("rol_viewer"), name: "Billing Viewer")
  private static let roles = ScriptedTenant.Call.rolesOfUser(ana.id)
  private static let permissions = ScriptedTenant.Call.permissionsOfUser(ana.id)
  private static let removal = ScriptedTenant.Call.remove(
    [admin.id], from: ana.id, correlation: "run-1.0-1")
  private static let plan = Plan(
    id: "run-1", tenant: tenant, changes: [.removeRole(admin, from: ana)])

  private let doubles = ScriptedTenant()
  private let pauses = RecordedPauses()
  private let posts = Posts()

  private func runner() -> EffectRunner {
    EffectRunner(pause: { [pauses] in pauses.pause($0) }, post: { [posts] in posts.post($0) })
  }

  private func access(isReadOnly: Bool = false) -> TenantAccess {
    let session = Session(tenant: Self.tenant, scopes: nil, isReadOnly: isReadOnly)
    return TenantAccess(
      session: session, reader: doubles, patientReader: doubles, writer: doubles,
      journal: .temporary(tenant: "localhost", version: "0"), person: .ofThisProcess(version: "0"))
  }

  /// What became of plans, all that was said.
  private func reports() -> [PlanReport] {
    posts.all.compactMap { message in
      switch message {
      case .ended(let outcome): outcome.report
      case .finished(let report): report
      default: nil
      }
    }
  }

  @Test("a read's reply bears its generation, whichever comes first")
  func generations() async {
    let gate = Gate()
    doubles.answer(Self.roles) {
      try await gate.wait()
      return [Self.admin]
    }
    doubles.answer(Self.permissions, with: [Permission]())
    let runner = runner()
    async let run: Void = runner.run(on: access())
    runner.perform(.read(.roles(Self.ana.id), Generation(1)))
    runner.perform(.read(.permissions(Self.ana.id), Generation(2)))
    #expect(await posts.next() == .reply(Generation(2), .permissions([])))
    gate.open()
    #expect(await posts.next() == .reply(Generation(1), .roles([Self.admin])))
    runner.finish()
    await run
    #expect(posts.all.count == 2)
    doubles.expectNothingLeft()
  }

  @Test("a read that fails says why")
  func failure() async {
    let error = APIError(.forbidden, .listUserRoles, status: 403)
    doubles.fail(Self.roles, with: error)
    let runner = runner()
    async let run: Void = runner.run(on: access())
    runner.perform(.read(.roles(Self.ana.id), Generation(1)))
    #expect(await posts.next() == .reply(Generation(1), .failed(error)))
    runner.finish()
    await run
  }

  @Test("a read that is cancelled ends, and says nothing")
  func cancel() async throws {
    let (started, ended, never) = (Gate(), Gate(), Gate())
    doubles.answer(Self.roles) {
      started.open()
      defer { ended.open() }
      try await never.wait()
      return [Self.admin]
    }
    let runner = runner()
    async let run: Void = runner.run(on: access())
    runner.perform(.read(.roles(Self.ana.id), Generation(1)))
    try await started.wait()
    runner.perform(.cancel(Generation(1)))
    // Before `finish()`, which would end it too.
    try await ended.wait()
    runner.finish()
    await run
    #expect(posts.all.isEmpty)
  }

  @Test("cancelling a read leaves the others alone, also one that has ended or never was")
  func cancelAnother() async {
    doubles.answer(Self.roles, with: [Self.admin])
    doubles.answer(Self.permissions, with: [Permission]())
    let runner = runner()
    async let run: Void = runner.run(on: access())
    runner.perform(.read(.roles(Self.ana.id), Generation(1)))
    #expect(await posts.next() == .reply(Generation(1), .roles([Self.admin])))
    runner.perform(.cancel(Generation(1)))
    runner.perform(.cancel(Generation(3)))
    runner.perform(.read(.permissions(Self.ana.id), Generation(2)))
    runner.perform(.cancel(Generation(1)))
    #expect(await posts.next() == .reply(Generation(2), .permissions([])))
    runner.finish()
    await run
  }

  @Test("the end ends reads and waits, which then say nothing")
  func finishEndsReads() async throws {
    let (started, paused, never) = (Gate(), Gate(), Gate())
    doubles.answer(Self.roles) {
      started.open()
      try await never.wait()
      return [Self.admin]
    }
    let forever = Gate()
    let runner = EffectRunner(
      pause: { _ in
        paused.open()
        try await forever.wait()
      }, post: { [posts] in posts.post($0) })
    async let run: Void = runner.run(on: access())
    runner.perform(.read(.roles(Self.ana.id), Generation(1)))
    runner.perform(.wait(.seconds(8), .notice(1)))
    try await started.wait()
    try await paused.wait()
    runner.finish()
    await run
    #expect(posts.all.isEmpty)
  }

  /// What a role gives is read before it is taken: it is put on record.
  private func answerWhatTheRoleGives() {
    doubles.answer(.permissionsOfRole(Self.admin.id), with: [Permission]())
  }

  @Test("a plan under way is carried out, although the end was said and all reads are cancelled")
  func planGoesOn() async throws {
    let (started, gate) = (Gate(), Gate())
    doubles.answer(Self.roles) {
      started.open()
      try await gate.wait()
      return [Self.admin]
    }
    doubles.answer(Self.removal, with: true)
    answerWhatTheRoleGives()
    doubles.answer(Self.roles, with: [Self.admin])
    doubles.answer(Self.roles, with: [Role]())
    let runner = runner()
    async let run: Void = runner.run(on: access())
    runner.perform(.run(Self.plan))
    try await started.wait()
    for number in 0..<10 { runner.perform(.cancel(Generation(number))) }
    runner.finish()
    gate.open()
    await run
    let outcome = ChangeOutcome(Self.plan.changes[0], .done)
    let report = PlanReport(plan: Self.plan, outcomes: [outcome], rolesNow: [Self.ana.id: []])
    #expect(reports() == [report])
    #expect(pauses.all == [.seconds(2)])
    doubles.expectNothingLeft()
  }

  @Test("a plan that nothing can be known of is reported as well")
  func planFails() async {
    let error = APIError(.unauthorized, .listUserRoles, status: 401)
    answerWhatTheRoleGives()
    doubles.fail(Self.roles, with: error)
    let runner = runner()
    async let run: Void = runner.run(on: access())
    runner.perform(.run(Self.plan))
    runner.finish()
    await run
    let outcome = ChangeOutcome(Self.plan.changes[0], .failed(error))
    #expect(reports() == [PlanReport(plan: Self.plan, outcomes: [outcome], rolesNow: [:])])
  }

  @Test("a wait says so when it is over")
  func waits() async {
    let runner = runner()
    async let run: Void = runner.run(on: access())
    runner.perform(.wait(.milliseconds(250), .typing(Generation(3))))
    #expect(await posts.next() == .waited(.typing(Generation(3))))
    runner.perform(.wait(.seconds(8), .notice(4)))
    #expect(await posts.next() == .waited(.notice(4)))
    runner.finish()
    await run
    #expect(pauses.all == [.milliseconds(250), .seconds(8)])
  }

  @Test("one wait may be asked for twice")
  func sameWaitTwice() async {
    let runner = runner()
    async let run: Void = runner.run(on: access())
    runner.perform(.wait(.seconds(1), .countdown(Generation(1))))
    runner.perform(.wait(.seconds(1), .countdown(Generation(1))))
    #expect(await posts.next() == .waited(.countdown(Generation(1))))
    #expect(await posts.next() == .waited(.countdown(Generation(1))))
    runner.finish()
    await run
  }

  @Test("the end ends a run that has nothing to do, and one without a tenant")
  func nothingToDo() async {
    let idle = runner()
    idle.finish()
    await idle.run(on: access())
    let closed = runner()
    closed.perform(.run(Self.plan))
    closed.perform(.read(.roles(Self.ana.id), Generation(1)))
    closed.finish()
    await closed.runWithoutTenant()
    #expect(posts.all.isEmpty)
    #expect(doubles.calls.isEmpty)
  }

  @Test("what is asked for before the tenant is open is done once it is")
  func early() async {
    doubles.answer(Self.roles, with: [Self.admin])
    let runner = runner()
    runner.perform(.read(.roles(Self.ana.id), Generation(1)))
    async let run: Void = runner.run(on: access())
    #expect(await posts.next() == .reply(Generation(1), .roles([Self.admin])))
    runner.finish()
    await run
  }

  @Test("a read-only session has no writer: a plan is refused without any call")
  func readOnly() async throws {
    let access = access(isReadOnly: true)
    #expect(access.writer == nil)
    let plan = Plan(
      id: "run-1", tenant: Self.tenant,
      changes: [.removeRole(Self.admin, from: Self.ana), .removeRole(Self.viewer, from: Self.ana)])
    let runner = runner()
    runner.perform(.run(plan))
    runner.finish()
    await runner.run(on: access)
    guard case .finished(let report) = try #require(posts.all.first) else {
      Issue.record("\(posts.all)")
      return
    }
    #expect(report.plan == plan)
    #expect(report.outcomes.map(\.change) == plan.changes)
    for outcome in report.outcomes {
      guard case .failed(let error) = outcome.state else {
        Issue.record("\(outcome)")
        continue
      }
      #expect(error.code == .forbidden)
    }
    #expect(report.rolesNow.isEmpty)
    #expect(posts.all.count == 1)
    #expect(doubles.calls.isEmpty)
  }

  @Test("a session that may write has a writer")
  func writer() {
    #expect(access().writer != nil)
  }

  @Test("what is the terminal's is left to it, and news pass through")
  func others() async {
    let runner = runner()
    runner.perform(.copy("auth0|ana"))
    runner.perform(.suspend)
    runner.finish()
    await runner.run(on: access())
    #expect(posts.all.isEmpty)
    let limit = Message.rateLimit(RateLimit(limit: 10, remaining: 3, resetsAt: nil))
    runner.say(limit)
    #expect(posts.all == [limit])
  }
}
