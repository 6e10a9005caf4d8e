import AccessModel
import Testing

@Suite("What it takes to confirm a plan of any kind")
struct PlanConfirmRungTests {
  private static func facts(holders: Int = 9, isKnown: Bool = true) -> PlanFacts {
    PlanFacts(
      held: [User.ana.id: [Role.admin.id, Role.viewer.id], User.bo.id: [Role.admin.id]],
      heldThroughGroups: [User.ana.id: [], User.bo.id: []],
      rolePermissions: isKnown
        ? [Role.admin.id: .known([]), Role.viewer.id: .known([]), Role.auditor.id: .known([])]
        : [:],
      holders: [Role.admin.id: .known(holders), Role.viewer.id: .known(9)],
      apis: .known([.billing]))
  }

  private static func rung(
    _ changes: [Change], on tenant: Tenant = .loopback, facts: PlanFacts = facts(),
    isIdentityRead: Bool = true, privileged: Set<String> = []
  ) -> ConfirmRung {
    let plan = Plan(id: "p", tenant: tenant, changes: changes)
    let session = Session(tenant: tenant, scopes: nil, privilegedRoles: privileged)
    return ConfirmRung(
      for: plan, impact: PlanImpact(plan, facts: facts, session: session),
      isIdentityRead: isIdentityRead, session: session)
  }

  private static let admin = ConfirmRung.roleName(.init(name: "Billing Admin", id: ""))
  private static let billing = ConfirmRung.apiName(.init(name: "Billing", id: ""))
  private static let off = RBACSetting(enforcesPolicies: false, tokenDialect: nil)

  @Test("one and several of no weight")
  func light() {
    #expect(Self.rung([.removeRole(.admin, from: .ana)]) == .key)
    #expect(Self.rung([.assignRole(.viewer, to: .bo)]) == .key)
    #expect(Self.rung([.revokeAccess(of: .ana)]) == .key)
    #expect(
      Self.rung([.removeRole(.admin, from: .ana), .removeRole(.admin, from: .bo)]).phrase?.text
        == "2")
    #expect(
      Self.rung([.removeRole(.admin, from: .ana), .removeRole(.admin, from: .bo)], on: .production)
        == .tenantName(.init(name: "acme-prod", id: "")))
  }

  @Test("a role's or an API's name for what weighs more")
  func heavy() {
    #expect(
      Self.rung([.removeRole(.admin, from: .ana)], facts: Self.facts(holders: 1)) == Self.admin)
    #expect(
      Self.rung(
        [.removeRole(.admin, from: .ana), .removeRole(.admin, from: .bo)],
        facts: Self.facts(holders: 2)) == Self.admin)
    #expect(Self.rung([.deleteRole(.admin)]) == Self.admin)
    #expect(Self.rung([.deleteRole(.admin)], on: .production) == Self.admin)
    #expect(Self.rung([.setRBAC(of: .billing, to: Self.off)]) == Self.billing)
    #expect(Self.rung([.setRBAC(of: .billing, to: Self.off)], on: .production) == Self.billing)
    #expect(Self.rung([.assignRole(.admin, to: .ana)], privileged: ["Billing Admin"]) == Self.admin)
    #expect(Self.rung([.removeRole(.admin, from: .ana)], isIdentityRead: false) == Self.admin)
    #expect(
      Self.rung([.removeRole(.admin, from: .ana)], facts: Self.facts(isKnown: false))
        == Self.admin)
    let unread = PlanFacts(apis: .unknown(.closed))
    #expect(Self.rung([.removeRole(.admin, from: .ana)], facts: unread) == Self.admin)
  }

  @Test("more than a hundred take the tenant's name, whatever they are")
  func many() {
    let users = (0..<101).map { User(id: UserID("auth0|\($0)")) }
    let plan = Plan(id: "p", tenant: .loopback, .remove, .viewer, of: users)
    #expect(Self.rung(plan.changes).needsReason)
    #expect(Self.rung(Array(plan.changes.prefix(100))).needsReason == false)
  }
}
