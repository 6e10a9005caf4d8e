import AccessModel
import Changes
import LocalTenant
import Synchronization
import TerminalEmulator
import Testing

/// Runs over a real wire, on a tenant that fails, and with somebody else at work in it.
@Suite("A run on a tenant where things go wrong", .ownThread, .timeLimit(.minutes(5)))
struct RunFaultTests {
  @Test("a plan of many is carried out, verified and taken back")
  func whole() async throws {
    try await withRunTenant(holders: 130) { tenant in
      let journal = try tenant.journal()
      let engine = tenant.engine(journal)
      let updates = Updates()
      let outcome = try await engine.run(tenant.removal(), control: RunControl()) {
        updates.note($0)
      }
      #expect(outcome.isFulfilled)
      #expect(outcome.state == .done)
      #expect(outcome.differences.compared == 130)
      #expect(tenant.holdersNow.isEmpty)
      #expect(await tenant.writes().count == 130)
      #expect(updates.states.count == 130)
      #expect(updates.phases == [.trying, .preparing, .changing, .verifying, .ended])
      #expect(updates.last?.progress.done == 130)

      let undo = try await engine.undoPlan(of: outcome.number)
      #expect(undo.leftOut.isEmpty)
      let back = try await engine.run(
        undo.plan(id: "undo", tenant: tenant.session.tenant), undoes: outcome.number,
        control: RunControl()
      ) { _ in }
      #expect(back.isFulfilled)
      #expect(tenant.holdersNow == Set(tenant.holders))
      // In chunks: the first 5 by themselves, then 50 at once.
      #expect(await tenant.writes().count == 134)

      // And the undo is taken back like any run.
      let again = try await engine.undoPlan(of: back.number)
      #expect(again.changes.count == 130)
      // What the first run did was decided again since.
      let first = try await engine.undoPlan(of: outcome.number)
      #expect(first.changes.isEmpty)
    }
  }

  @Test("a grant to many names the user whom it fails on, and gives it to all others")
  func splitChunk() async throws {
    try await withRunTenant(holders: 60) { tenant in
      for user in tenant.holders {
        _ = tenant.server.removeRoles([tenant.role.id.rawValue], fromUser: user.rawValue)
      }
      var users = tenant.holders.map { User(id: $0) }
      users.insert(User(id: UserID("auth0|000000000000000000000000")), at: 17)
      let plan = Plan(
        id: "grant", tenant: tenant.session.tenant, .assign, tenant.role, of: users,
        held: { _ in .held(false) })
      let outcome = try await tenant.engine(tenant.journal()).run(plan, control: RunControl()) {
        _ in
      }
      #expect(tenant.holdersNow == Set(tenant.holders))
      #expect(outcome.state == .done)
      let done = outcome.count { $0 == .done }
      #expect(done == 60)
      guard case .failed(let error) = outcome.report.outcomes[17].state else {
        Issue.record("\(outcome.report.outcomes[17])")
        return
      }
      #expect(error.code == .notFound)
    }
  }

  @Test(
    "under faults, with a second writer, no decision of somebody else is undone, and all is told",
    arguments: ["5xx=0.08", "cut-before=0.04,cut-unanswered=0.04", "429-storm=0.1*4"])
  func faults(text: String) async throws {
    try await withRunTenant(
      holders: 120, faults: TenantConfiguration.Faults(parsing: text + ";seed=7")
    ) { tenant in
      let journal = try tenant.journal()
      let engine = tenant.engine(journal)
      let role = tenant.role.id.rawValue
      let given = Mutex<Set<UserID>>([])
      let plan = tenant.removal()
      let control = RunControl()
      let tell: @Sendable (RunUpdate) -> Void = { update in
        if update.pause != nil { control.goOn() }
        // Somebody gives the role back to some from whom it was just seen to be gone.
        for (place, state) in update.changed where state == .done && place % 7 == 0 {
          guard let user = plan.changes[place].user?.id else { continue }
          if given.withLock({ $0.insert(user).inserted }) {
            _ = tenant.server.assignRoles([role], toUser: user.rawValue)
          }
        }
      }
      var outcome = try await engine.run(plan, control: control, tell: tell)
      var tries = 0
      while !outcome.report.isFulfilled, tries < 40 {
        tries += 1
        let retry = try await engine.retryPlan(of: outcome.number)
        // Whoever is asked knows to whom the role was given again, and has only the others' sent.
        let known = given.withLock { $0 }
        let asked = retry.leftOut.filter { place, decision in
          guard decision == .askPerson, let user = plan.changes[place].user?.id else {
            return false
          }
          return !known.contains(user)
        }
        let answers = asked.mapValues { _ in ResumeDecision.Answer.send }
        do {
          outcome = try await engine.retry(
            outcome.number, id: "retry-\(tries)", answers: answers, control: control, tell: tell)
        } catch let refusal as RunRefusal where refusal.code == .empty {
          break
        }
      }
      // Whoever holds the role now was given it after it was taken, by somebody else.
      let givenBack = given.withLock { $0 }
      #expect(givenBack.isSubset(of: tenant.holdersNow))
      #expect(try await journal.check().holds)
      for user in tenant.holdersNow.subtracting(givenBack) {
        let state = outcome.report.outcomes.first { $0.change.user?.id == user }?.state
        #expect(state.map { !$0.isSo } ?? true, "\(user) still holds it, and nobody said so")
      }
    }
  }

  @Test("what is pressed counts: paused nothing leaves, and stopped it is over")
  func control() async throws {
    try await withRunTenant(holders: 120) { tenant in
      let journal = try tenant.journal()
      let control = RunControl()
      let outcome = try await tenant.engine(journal).run(tenant.removal(), control: control) {
        if $0.progress.sent + $0.progress.done > 20 { control.stop() }
      }
      #expect(outcome.state == .cancelled)
      let notSent = outcome.count { $0 == .notSent }
      #expect(notSent > 0)
      let done = outcome.count { $0 == .done }
      #expect(done > 0)
      #expect(tenant.holdersNow.count == 120 - done)
      #expect(try await journal.run(outcome.number).state == .cancelled)
      await #expect(throws: JournalError.self) {
        try await tenant.engine(journal).resume(outcome.number, control: RunControl()) { _ in }
      }
    }
  }

  @Test("a run that was left goes on another time, and is asked nothing that is on record")
  func leave() async throws {
    try await withRunTenant(holders: 120) { tenant in
      let journal = try tenant.journal()
      let control = RunControl()
      let outcome = try await tenant.engine(journal).run(tenant.removal(), control: control) {
        if $0.progress.sent > 20 { control.leave() }
      }
      #expect(outcome.state == .interrupted)
      let left = try await tenant.engine(journal).resume(outcome.number, control: RunControl()) {
        _ in
      }
      #expect(left.state == .done)
      #expect(left.report.isFulfilled)
      #expect(tenant.holdersNow.isEmpty)
      #expect(await tenant.writes().count == 120)
    }
  }
}

/// What was told of a run.
private final class Updates: Sendable {
  private struct State {
    var states: [Int: ChangeOutcome.State] = [:]
    var phases: [RunPhase] = []
    var last: RunUpdate?
  }

  private let state = Mutex(State())

  func note(_ update: RunUpdate) {
    state.withLock { state in
      state.states.merge(update.changed) { _, new in new }
      if state.phases.last != update.phase { state.phases.append(update.phase) }
      state.last = update
    }
  }

  var states: [Int: ChangeOutcome.State] { state.withLock { $0.states } }
  var phases: [RunPhase] { state.withLock { $0.phases } }
  var last: RunUpdate? { state.withLock { $0.last } }
}
