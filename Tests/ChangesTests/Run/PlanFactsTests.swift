import AccessModel
import Changes
import LocalTenant
import TerminalEmulator
import Testing

@Suite("Reading what a plan costs", .ownThread, .timeLimit(.minutes(5)))
struct PlanFactsTests {
  @Test("everything of 50 users, the roles alone above, and everything where that is asked for")
  func depths() async throws {
    try await withRunTenant(holders: 51) { tenant in
      let engine = tenant.engine(try tenant.journal())
      let all = tenant.removal()
      let few = Plan(id: "few", tenant: all.tenant, changes: Array(all.changes.prefix(3)))
      func impact(_ plan: Plan, fully: Bool = false) async throws -> PlanImpact {
        PlanImpact(
          plan, facts: try await engine.facts(for: plan, fully: fully), session: tenant.session)
      }
      let read = try await impact(few)
      #expect(read.depth == .read)
      #expect(read.isComplete)
      #expect(read.lastHolderOf.isEmpty)
      let computed = try await impact(all)
      #expect(computed.depth == .computed(uncheckedCalls: 102))
      #expect(computed.lastHolderOf == [tenant.role])
      let whole = try await impact(all, fully: true)
      #expect(whole.depth == .read)
      let users = whole.contexts.map { $0.usersLosing + $0.usersUncertain + $0.usersUnchanged }
      #expect(users == [51])
      #expect(await tenant.writes().isEmpty)
    }
  }

  @Test("of a role that is to go everybody who holds it is read, where they are few")
  func deletion() async throws {
    for (holders, isRead) in [(3, true), (51, false)] {
      try await withRunTenant(holders: holders) { tenant in
        let engine = tenant.engine(try tenant.journal())
        let plan = Plan(
          id: "gone", tenant: tenant.removal().tenant, changes: [.deleteRole(tenant.role)])
        let facts = try await engine.facts(for: plan)
        #expect(facts.holders[tenant.role.id]?.value == holders)
        #expect(facts.users.count == (isRead ? 3 : 0))
        #expect(facts.members[tenant.role.id]?.value?.count == (isRead ? 3 : nil))
        let impact = PlanImpact(plan, facts: facts, session: tenant.session)
        #expect(impact.usersConcerned == holders)
        #expect(impact.depth == (isRead ? .read : .computed(uncheckedCalls: 102)))
        #expect(await tenant.writes().isEmpty)
      }
    }
  }

  @Test("what cannot be read is unknown, and hinders nothing")
  func unknown() async throws {
    try await withRunTenant(
      holders: 3, faults: TenantConfiguration.Faults(parsing: "5xx=1;seed=3")
    ) { tenant in
      // Nothing comes of trying again here.
      let engine = tenant.engine(try tenant.journal(), patience: .zero)
      let facts = try await engine.facts(for: tenant.removal())
      #expect(facts.apis.value == nil)
      #expect(facts.holders.values.allSatisfy { $0.value == nil })
      #expect(facts.users.count == 3)
      let impact = PlanImpact(tenant.removal(), facts: facts, session: tenant.session)
      #expect(!impact.isComplete)
    }
  }
}
