import AccessModel
import Testing

@Suite("What a plan costs")
struct PlanImpactTests {
  private static let read = Permission.of(.billing, "read:invoices")
  private static let refund = Permission.of(.billing, "refund:invoices")
  private static let old = Permission.of(.legacy, "read:old")
  private static let session = Session(tenant: .production, scopes: ["update:users"])

  private static func users(_ count: Int) -> [User] {
    (0..<count).map { User(id: UserID("auth0|\($0)")) }
  }

  private static let given: [RoleID: Fact<[Permission]>] = [
    Role.admin.id: .known([read, refund, old]), Role.viewer.id: .known([read]),
  ]

  private static let names = [Role.admin.id: Role.admin, Role.viewer.id: Role.viewer]

  private static func impact(
    _ plan: Plan, _ facts: PlanFacts, session: Session = session
  ) -> PlanImpact {
    PlanImpact(plan, facts: facts, session: session)
  }

  @Test("many users are counted from what roles give, and it is said what was not checked")
  func computed() throws {
    let users = Self.users(1_204)
    let plan = Plan(
      id: "p", tenant: .production, .remove, .admin, of: users, held: { _ in .held(true) })
    var facts = PlanFacts(
      roles: Self.names, rolePermissions: Self.given, holders: [Role.admin.id: .known(1_300)],
      apis: .known([.billing, .legacy]))
    for (number, user) in users.enumerated() {
      facts.held[user.id] = number < 24 ? [Role.admin.id, Role.viewer.id] : [Role.admin.id]
    }
    let impact = Self.impact(plan, facts)
    #expect(impact.depth == .computed(uncheckedCalls: 2_408))
    #expect(!impact.areGroupsChecked)
    let context = try #require(impact.contexts.first)
    #expect(context.context == .tenant && impact.contexts.count == 1)
    #expect(context.usersLosing == 1_204 && context.usersUncertain == 0)
    #expect(
      context.tallies.map(\.permission.key) == [Self.read.key, Self.refund.key, Self.old.key])
    #expect(context.tallies.map(\.losing) == [1_180, 1_204, 1_204])
    #expect(context.tallies.map(\.keeping) == [24, 0, 0])
    #expect(context.tallies[0].through == [Role.viewer.id: 24])
    #expect(impact.apisConcerned == [.billing] && impact.apisWithRBACOff == [.legacy])
    #expect(impact.longestTokenLife == 86_400)
    #expect(impact.lastHolderOf.isEmpty && impact.holdersUnknown.isEmpty)
    #expect(impact.isComplete)
  }

  @Test("users whose other roles are not known may keep what they would lose")
  func unknownRoles() {
    let plan = Plan(id: "p", tenant: .production, .remove, .admin, of: Self.users(60))
    let facts = PlanFacts(
      rolePermissions: Self.given, holders: [Role.admin.id: .known(60)], apis: .unknown(.closed))
    let impact = Self.impact(plan, facts)
    #expect(impact.contexts.map(\.usersUncertain) == [60])
    #expect(impact.contexts[0].tallies.map(\.uncertain) == [60, 60, 60])
    #expect(impact.contexts[0].tallies.allSatisfy { $0.losing == 0 && $0.api == nil })
    #expect(!impact.isComplete && !impact.areAPIsKnown)
    #expect(impact.longestTokenLife == nil)
    #expect(impact.lastHolderOf == [.admin])
  }

  @Test("a role whose permissions cannot be read is named, and nothing is taken for certain")
  func closedRole() {
    let plan = Plan(id: "p", tenant: .production, .remove, .auditor, of: Self.users(2))
    var facts = PlanFacts(
      roles: Self.names, rolePermissions: [Role.auditor.id: .unknown(.closed)],
      apis: .known([]))
    for user in plan.users { facts.held[user.id] = [Role.auditor.id] }
    let impact = Self.impact(plan, facts)
    #expect(impact.permissionsUnknown == [.auditor])
    #expect(impact.holdersUnknown == [.auditor])
    #expect(impact.contexts.map(\.usersUncertain) == [2])
    #expect(impact.contexts[0].tallies.isEmpty)
  }

  @Test("up to 50 users are read, with direct grants, and add up as one by one")
  func wholly() {
    let plan = Plan(
      id: "p", tenant: .production,
      changes: [.removeRole(.admin, from: .ana), .removeRole(.admin, from: .bo)])
    #expect(PlanFacts.readsEverything(of: plan))
    var facts = PlanFacts(
      heldThroughGroups: [User.ana.id: [], User.bo.id: []], rolePermissions: Self.given,
      holders: [Role.admin.id: .known(2)], apis: .known([.billing, .legacy]))
    facts.users[User.ana.id] = .of(
      held: .known([.admin, .viewer]),
      permissions: .known([
        .of(.billing, "read:invoices", sources: [.role(.admin), .role(.viewer)]),
        .of(.billing, "refund:invoices", sources: [.role(.admin), .direct]),
        .of(.legacy, "read:old", sources: [.role(.admin)]),
      ]), given: Self.given)
    facts.users[User.bo.id] = .of(
      held: .known([.admin]), permissions: .known([]), given: Self.given)
    let impact = Self.impact(plan, facts)
    #expect(impact.depth == .read && impact.areGroupsChecked)
    let tallies = impact.contexts[0].tallies
    #expect(tallies.map(\.losing) == [1, 1, 2])
    #expect(tallies.map(\.keeping) == [1, 1, 0])
    #expect(tallies.map(\.granted) == [0, 1, 0])
    #expect(tallies[0].through == [Role.viewer.id: 1])
    #expect(impact.contexts[0].usersLosing == 2)
    #expect(impact.lastHolderOf == [.admin])

    // Through a group Bo keeps the reading.
    facts.heldThroughGroups[User.bo.id] = [Role.viewer.id]
    #expect(Self.impact(plan, facts).contexts[0].tallies.map(\.losing) == [0, 1, 2])
    // Where the groups are closed to the token, that is said.
    facts.heldThroughGroups = [:]
    #expect(!Self.impact(plan, facts).areGroupsChecked)
    #expect(Self.impact(plan, facts).depth == .read)
  }

  @Test("what is so already costs nothing and is counted apart")
  func already() {
    let plan = Plan(
      id: "p", tenant: .production,
      planned: [
        PlannedChange(.removeRole(.admin, from: .ana), before: .held(false)),
        PlannedChange(.removeRole(.admin, from: .bo), before: .held(true)),
      ])
    let facts = PlanFacts(
      held: [User.bo.id: [Role.viewer.id]], roles: Self.names, rolePermissions: Self.given,
      holders: [Role.admin.id: .known(1)], apis: .known([]))
    let impact = Self.impact(plan, facts)
    // What was read now wins over what was so when it was planned.
    #expect(impact.alreadySo == 2)
    #expect(impact.lastHolderOf.isEmpty)
    #expect(impact.contexts.allSatisfy { $0.tallies.isEmpty })
  }

  @Test("logins without an organization and with each are told apart")
  func organizations() {
    let plan = Plan(
      id: "p", tenant: .production,
      changes: [
        .removeOrganizationRole(.admin, from: .ana, in: .initech),
        .removeOrganizationRole(.admin, from: .bo, in: .globex),
        .removeRole(.viewer, from: .ana),
      ])
    let initech = Organization.initech.identifying
    let facts = PlanFacts(
      held: [User.ana.id: [Role.viewer.id]],
      heldWithin: [initech: [User.ana.id: [Role.admin.id, Role.viewer.id]]],
      roles: Self.names, rolePermissions: Self.given, holders: [Role.viewer.id: .known(9)],
      apis: .known([.billing, .legacy]))
    let impact = Self.impact(plan, facts)
    #expect(
      impact.contexts.map(\.context) == [.tenant, .organization(.initech), .organization(.globex)])
    #expect(impact.contexts.map(\.usersLosing) == [1, 1, 0])
    #expect(impact.contexts.map(\.usersUncertain) == [0, 0, 1])
    // Within Initech the viewer's role keeps reading; the tenant's role does not count there.
    #expect(impact.contexts[1].tallies.map(\.losing) == [0, 1, 1])
    #expect(impact.contexts[0].tallies.map(\.losing) == [1])
  }

  @Test("what is gained, granted and revoked is counted as well")
  func gains() {
    let plan = Plan(
      id: "p", tenant: .production,
      changes: [
        .assignRole(.admin, to: .ana), .assignRole(.admin, to: .bo),
        .revokePermission(Self.read, from: .ana), .revokePermission(Self.refund, from: .ana),
        .grantPermission(Self.old, to: .bo),
      ])
    let facts = PlanFacts(
      held: [User.ana.id: [Role.viewer.id], User.bo.id: []], roles: Self.names,
      rolePermissions: Self.given, apis: .known([.billing, .legacy]))
    let tallies = Self.impact(plan, facts).contexts[0].tallies
    // Ana keeps reading through the viewer's role.
    #expect(tallies.map(\.gaining) == [1, 2, 2])
    #expect(tallies.map(\.keeping) == [1, 0, 0])
    #expect(tallies.map(\.losing) == [0, 1, 0])
  }

  @Test("a role that goes or shrinks costs everybody who holds it")
  func roles() {
    let plan = Plan(
      id: "p", tenant: .production,
      changes: [
        .deleteRole(.admin), .removePermission(Self.read, from: .viewer),
        .removePermission(Self.refund, from: .viewer), .deleteRole(.auditor),
      ])
    var given = Self.given
    given[Role.viewer.id] = .known([Self.read, Self.refund])
    let facts = PlanFacts(
      rolePermissions: given,
      holders: [Role.admin.id: .known(7), Role.viewer.id: .unknown(.closed)], apis: .known([]))
    let impact = Self.impact(plan, facts)
    #expect(impact.contexts.isEmpty)
    #expect(impact.roleLosses.map(\.role) == [.admin, .viewer, .auditor])
    #expect(impact.roleLosses.map(\.holders) == [7, nil, nil])
    #expect(impact.roleLosses.map(\.isDeleted) == [true, false, true])
    #expect(impact.roleLosses.map { $0.permissions?.count } == [3, 2, nil])
    #expect(impact.undo.irrevocable == [.deletedRoleGetsNewID: 2])
    #expect(impact.undo.isPossible == false)
    #expect(!impact.isComplete)
  }

  @Test(
    "whether this token can take it back",
    arguments: [
      (nil, nil, nil), (["update:users"], ["create:role_members"], false),
      (["update:users", "create:role_members"], [], true),
    ] as [(Set<String>?, [String]?, Bool?)])
  func undo(scopes: Set<String>?, lacking: [String]?, isPossible: Bool?) {
    let plan = Plan(id: "p", tenant: .production, .remove, .admin, of: Self.users(3))
    let undo = UndoOutlook(plan, session: Session(tenant: .production, scopes: scopes))
    #expect(undo.lacking == lacking)
    #expect(undo.isPossible == isPossible)
    #expect(undo.revocable == 3)
  }

  @Test("the scopes of an inverse are those of the change that it is", arguments: Change.samples)
  func inverseScopes(change: Change) {
    let plan = Plan(id: "p", tenant: .production, changes: [change])
    let undo = UndoOutlook(plan, session: Session(tenant: .production, scopes: []))
    guard let scopes = change.scopesOfInverse(before: .notRead) else {
      #expect(undo.revocable == 0)
      return
    }
    #expect(undo.lacking == scopes.sorted())
  }
}
