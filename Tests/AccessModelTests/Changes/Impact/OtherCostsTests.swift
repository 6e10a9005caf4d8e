import AccessModel
import Testing

@Suite("What direct grants, roles that go, and APIs cost")
struct OtherCostsTests {
  private static let read = "read:invoices"
  private static let session = Session(tenant: .production, scopes: [])

  /// Facts of one user of whom everything was read, who has a permission by these ways.
  private static func facts(
    of user: User = .ana, ways: [Permission.Source]?, isListed: Bool = true, held: [Role] = []
  ) -> RemovalFacts {
    var permission = Permission.of(.billing, read)
    permission.sources = ways
    return RemovalFacts(
      user: .known(user), heldRoles: .known(held), sameEmail: .known([]),
      permissions: .known(isListed ? [permission] : []), rolePermissions: [:], holders: [:],
      apis: .known([.billing]), organizations: .known([]))
  }

  /// The ways in which the permission is had, and what becomes of it when the direct grant goes.
  @Test(
    "A direct grant that goes loses its permission, unless a role or a group gives it as well",
    arguments: [
      ([.direct], true, false, "lost"), ([.direct, .role(.viewer)], true, false, "kept"),
      ([.direct], true, true, "kept"), ([.role(.viewer)], true, false, "so already"),
      ([.direct], false, false, "so already"), (nil, true, false, "uncertain"),
    ] as [([Permission.Source]?, Bool, Bool, String)])
  func revocation(
    ways: [Permission.Source]?, isListed: Bool, isThroughGroup: Bool, fate: String
  ) throws {
    let permission = Permission.of(.billing, Self.read)
    let plan = Plan(
      id: "p", tenant: .production, changes: [.revokePermission(permission, from: .ana)])
    var facts = PlanFacts(
      users: [User.ana.id: Self.facts(ways: ways, isListed: isListed)],
      rolePermissions: [Role.auditor.id: .known([permission])], apis: .known([.billing]))
    facts.heldThroughGroups[User.ana.id] = isThroughGroup ? [Role.auditor.id] : []
    let impact = PlanImpact(plan, facts: facts, session: Self.session)
    #expect(impact.depth == .read)
    #expect(impact.alreadySo == (fate == "so already" ? 1 : 0))
    let context = impact.contexts.first
    let tally = context?.tallies.first
    #expect(tally?.losing ?? 0 == (fate == "lost" ? 1 : 0))
    #expect(tally?.keeping ?? 0 == (fate == "kept" ? 1 : 0))
    #expect(tally?.uncertain ?? 0 == (fate == "uncertain" ? 1 : 0))
    #expect(context?.usersUncertain ?? 0 == (fate == "uncertain" ? 1 : 0))
    #expect(impact.isComplete == (fate != "uncertain"))
    if fate == "kept" {
      #expect(tally?.through == [isThroughGroup ? Role.auditor.id : Role.viewer.id: 1])
    }
  }

  @Test("A role and the direct grant that would have kept its permission, both taken: it is lost")
  func roleAndGrant() throws {
    let permission = Permission.of(.billing, Self.read)
    let plan = Plan(
      id: "p", tenant: .production,
      changes: [.removeRole(.admin, from: .ana), .revokePermission(permission, from: .ana)])
    var full = Self.facts(ways: [.direct, .role(.admin)], held: [.admin])
    full.rolePermissions[Role.admin.id] = .known([permission])
    var facts = PlanFacts(
      users: [User.ana.id: full], rolePermissions: [Role.admin.id: .known([permission])],
      holders: [Role.admin.id: .known(9)], apis: .known([.billing]))
    facts.heldThroughGroups[User.ana.id] = []
    let context = try #require(
      PlanImpact(plan, facts: facts, session: Self.session).contexts.first)
    #expect(context.tallies.map(\.losing) == [1])
    #expect(context.tallies.map(\.keeping) == [0])
    #expect(context.usersLosing == 1)
  }

  @Test("A role that goes takes from everybody who holds it what nothing else gives them")
  func deletion() throws {
    let permission = Permission.of(.billing, Self.read)
    let plan = Plan(id: "p", tenant: .production, changes: [.deleteRole(.admin)])
    var ana = Self.facts(ways: [.role(.admin)], held: [.admin])
    var bo = Self.facts(of: .bo, ways: [.role(.admin), .role(.viewer)], held: [.admin, .viewer])
    ana.rolePermissions = [Role.admin.id: .known([permission])]
    bo.rolePermissions = [Role.admin.id: .known([permission])]
    var facts = PlanFacts(
      users: [User.ana.id: ana, User.bo.id: bo],
      rolePermissions: [Role.admin.id: .known([permission])],
      holders: [Role.admin.id: .known(2)], members: [Role.admin.id: .known([.ana, .bo])],
      apis: .known([.billing]))
    facts.heldThroughGroups = [User.ana.id: [], User.bo.id: []]
    let impact = PlanImpact(plan, facts: facts, session: Self.session)
    #expect(impact.usersConcerned == 2)
    #expect(impact.depth == .read)
    #expect(impact.areGroupsChecked)
    let tally = try #require(impact.contexts.first?.tallies.first)
    #expect(tally.losing == 1)
    #expect(tally.keeping == 1)
    #expect(tally.through == [Role.viewer.id: 1])
    #expect(impact.roleLosses.map(\.holders) == [2])
    #expect(impact.undo.irrevocable == [.deletedRoleGetsNewID: 1])
    #expect(impact.isComplete)
  }

  @Test("Holders who were not read are counted, and how many calls would read them")
  func unreadHolders() {
    let plan = Plan(id: "p", tenant: .production, changes: [.deleteRole(.admin)])
    let facts = PlanFacts(
      rolePermissions: [Role.admin.id: .known([])], holders: [Role.admin.id: .known(1_204)],
      apis: .known([]))
    let impact = PlanImpact(plan, facts: facts, session: Self.session)
    #expect(impact.usersConcerned == 1_204)
    #expect(impact.depth == .computed(uncheckedCalls: 2_408))
    #expect(impact.contexts.isEmpty)
  }

  /// What is wanted, what is so now, and whether nothing is left to do.
  @Test(
    "What is so already is told: a role that is gone, a permission that it does not give, a setting",
    arguments: [
      (Change.deleteRole(.admin), true), (.deleteRole(.viewer), false),
      (.removePermission(.of(.billing, "read:old"), from: .viewer), true),
      (.removePermission(.of(.billing, read), from: .viewer), false),
      (.setRBAC(of: .billing, to: RBACSetting(enforcesPolicies: true, tokenDialect: nil)), true),
      (.setRBAC(of: .billing, to: RBACSetting(enforcesPolicies: false, tokenDialect: nil)), false),
    ])
  func already(change: Change, isSo: Bool) {
    let facts = PlanFacts(
      rolePermissions: [
        Role.admin.id: .unknown(APIError(.notFound, .listRolePermissions, status: 404)),
        Role.viewer.id: .known([.of(.billing, Self.read)]),
      ], holders: [Role.viewer.id: .known(3)], apis: .known([.billing]))
    let plan = Plan(id: "p", tenant: .production, changes: [change])
    let impact = PlanImpact(plan, facts: facts, session: Self.session)
    #expect(impact.alreadySo == (isSo ? 1 : 0))
  }
}
