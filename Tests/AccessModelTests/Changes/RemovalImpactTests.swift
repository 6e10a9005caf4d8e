import AccessModel
import Testing

@Suite("What removing roles costs")
struct RemovalImpactTests {
  private static let read = Permission.of(.billing, "read:invoices")
  private static let refund = Permission.of(.billing, "refund:invoices")

  /// The user's own list, with these sources for `read:invoices`.
  private static func own(_ sources: [Permission.Source]?) -> Fact<[Permission]> {
    .known([.of(.billing, "read:invoices", sources: sources)])
  }

  /// One way for a user to come by a permission, and what is left of it without Billing Admin.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var held: [Role] = [.admin, .viewer]
    var sources: [Permission.Source]?
    /// What other roles give, where it was read.
    var others: [RoleID: [Permission]] = [:]
    var isLost = false
    var through: [Role] = []
    var isDirect = false
  }

  @Test(
    "a permission is lost unless another role or a grant keeps it",
    arguments: [
      Case(testDescription: "through this role alone", sources: [.role(.admin)], isLost: true),
      Case(
        testDescription: "through another role as well", sources: [.role(.admin), .role(.viewer)],
        through: [.viewer]),
      Case(
        testDescription: "granted directly as well", sources: [.direct, .role(.admin)],
        isDirect: true),
      Case(
        testDescription: "both", sources: [.role(.viewer), .direct, .role(.admin)],
        through: [.viewer], isDirect: true),
      Case(
        testDescription: "no sources, the other role gives it",
        others: [Role.viewer.id: [read]], through: [.viewer]),
      Case(
        testDescription: "no sources, the other role gives something else",
        others: [Role.viewer.id: [refund]], isLost: true),
      Case(
        testDescription: "sources that do not name the role, the role's own list wins",
        sources: [],
        others: [Role.viewer.id: [read]], through: [.viewer]),
      Case(
        testDescription: "sources name the other role, its own list has it no more",
        sources: [.role(.admin), .role(.viewer)], others: [Role.viewer.id: []], isLost: true),
      Case(
        testDescription: "through two others, in the order held",
        held: [.auditor, .admin, .viewer],
        sources: [.role(.viewer), .role(.auditor), .role(.admin)], through: [.auditor, .viewer]),
      Case(
        testDescription: "through a role that is not held directly: a group's",
        held: [.admin], sources: [.role(.admin), .role(.auditor)], through: [.auditor]),
    ])
  func ways(_ way: Case) {
    var given = way.others.mapValues { Fact.known($0) }
    given[Role.admin.id] = .known([Self.read])
    let facts = RemovalFacts.of(
      held: .known(way.held), permissions: Self.own(way.sources), given: given,
      holders: [Role.admin.id: .known(5)])
    let impact = RemovalImpact(removing: [.admin], facts: facts)
    #expect(impact.lost.map(\.permission.key) == (way.isLost ? [Self.read.key] : []))
    #expect(impact.kept.map(\.permission.key) == (way.isLost ? [] : [Self.read.key]))
    #expect(impact.kept.first?.through ?? [] == way.through)
    #expect(impact.kept.first?.isGrantedDirectly ?? false == way.isDirect)
    #expect(impact.areGrantsKnown)
    #expect(impact.permissionsUnknown.isEmpty && impact.holdersUnknown.isEmpty)
  }

  @Test("what the role does not give is no matter of this")
  func unrelated() {
    let facts = RemovalFacts.of(
      permissions: .known([.of(.billing, "refund:invoices", sources: [.direct])]),
      given: [Role.admin.id: .known([])], holders: [Role.admin.id: .known(5)])
    let impact = RemovalImpact(removing: [.admin], facts: facts)
    #expect(impact.lost.isEmpty && impact.kept.isEmpty)
  }

  @Test("one name in two APIs is two permissions, sorted by API and name")
  func twoAPIs() {
    let legacy = Permission.of(.legacy, "read:invoices")
    let facts = RemovalFacts.of(
      held: .known([.admin, .viewer]),
      permissions: .known([
        .of(.legacy, "read:invoices", sources: [.role(.admin), .role(.viewer)]),
        .of(.billing, "read:invoices", sources: [.role(.admin)]),
      ]),
      given: [Role.admin.id: .known([legacy, Self.refund, Self.read])])
    let impact = RemovalImpact(removing: [.admin], facts: facts)
    #expect(impact.lost.map(\.permission.key) == [Self.read.key, Self.refund.key])
    #expect(impact.kept.map(\.permission.key) == [legacy.key])
  }

  @Test("an API with RBAC off loses no scopes, and one that could not be read is not named")
  func apis() {
    let legacy = Permission.of(.legacy, "read:invoices")
    let given = [Role.admin.id: Fact.known([Self.read, Self.refund, legacy])]
    let impact = RemovalImpact(removing: [.admin], facts: .of(given: given))
    #expect(impact.lost.map(\.api) == [.billing, .billing, .legacy])
    #expect(impact.apisConcerned == [.billing])
    let unread = RemovalImpact(
      removing: [.admin], facts: .of(given: given, apis: .unknown(.closed)))
    #expect(unread.lost.map(\.api) == [nil, nil, nil])
    #expect(unread.apisConcerned.isEmpty)
  }

  @Test("roles that are not held cost nothing and keep nothing")
  func notHeld() {
    let facts = RemovalFacts.of(
      held: .known([.admin]), permissions: Self.own([.role(.admin)]),
      given: [Role.admin.id: .known([Self.read]), Role.viewer.id: .known([Self.refund])],
      holders: [Role.admin.id: .known(2), Role.viewer.id: .known(0)])
    let impact = RemovalImpact(removing: [.viewer, .admin], facts: facts)
    #expect(impact.notHeld == [.viewer])
    #expect(impact.lost.map(\.permission.key) == [Self.read.key])
    #expect(impact.lastHolderOf.isEmpty)
  }

  @Test(
    "the last direct holder",
    arguments: [
      (.known(0), true, false), (.known(1), true, false), (.known(2), false, false),
      (.known(1_000), false, false), (.unknown(.closed), false, true), (nil, false, true),
    ] as [(Fact<Int>?, Bool, Bool)])
  func lastHolder(holders: Fact<Int>?, isLast: Bool, isUnknown: Bool) {
    let facts = RemovalFacts.of(
      given: [Role.admin.id: .known([])], holders: holders.map { [Role.admin.id: $0] } ?? [:])
    let impact = RemovalImpact(removing: [.admin], facts: facts)
    #expect(impact.lastHolderOf == (isLast ? [.admin] : []))
    #expect(impact.holdersUnknown == (isUnknown ? [.admin] : []))
  }

  /// The roles through groups, and what becomes of a permission that both roles give.
  @Test(
    "what comes through a group as well is kept, and so is the role itself where a group gives it",
    arguments: [
      (Fact.known([Role.viewer]), [Role.viewer], false), (.known([.admin]), [.admin], true),
      (.known([]), [], false), (.unknown(.closed), [], false), (nil, [], false),
    ] as [(Fact<[Role]>?, [Role], Bool)])
  func groups(roles: Fact<[Role]>?, through: [Role], stays: Bool) {
    let permission = Permission.of(.billing, "read:invoices", sources: [.role(.admin)])
    var facts = RemovalFacts.of(
      permissions: .known([permission]),
      given: [Role.admin.id: .known([permission]), Role.viewer.id: .known([permission])],
      holders: [Role.admin.id: .known(9)])
    facts.groupRoles = roles
    let impact = RemovalImpact(removing: [.admin], facts: facts)
    #expect(impact.kept.map(\.through) == (through.isEmpty ? [] : [through]))
    #expect(impact.lost.isEmpty == !through.isEmpty)
    #expect(impact.staysThroughGroups == (stays ? [.admin] : []))
  }

  @Test("a role of a group of which it is not known what it gives makes the cost uncertain")
  func closedGroup() {
    var facts = RemovalFacts.of(
      given: [Role.admin.id: .known([]), Role.viewer.id: .unknown(.closed)],
      holders: [Role.admin.id: .known(9)])
    facts.groupRoles = .known([.viewer])
    #expect(RemovalImpact(removing: [.admin], facts: facts).permissionsUnknown == [.viewer])
  }

  @Test("a role whose list is closed to the token: the sources tell, and it is said to be unknown")
  func roleUnreadable() {
    let facts = RemovalFacts.of(
      held: .known([.admin, .viewer]),
      permissions: .known([
        .of(.billing, "read:invoices", sources: [.role(.admin), .role(.viewer)]),
        .of(.billing, "refund:invoices", sources: [.role(.admin)]),
      ]),
      given: [Role.admin.id: .unknown(.closed)])
    let impact = RemovalImpact(removing: [.admin], facts: facts)
    #expect(impact.lost.map(\.permission.key) == [Self.refund.key])
    #expect(impact.kept.map(\.permission.key) == [Self.read.key])
    #expect(impact.permissionsUnknown == [.admin])
    let nothingRead = RemovalImpact(removing: [.admin], facts: .of(given: [:]))
    #expect(nothingRead.permissionsUnknown == [.admin])
  }

  @Test("another role whose list is closed to the token is said to be unknown")
  func otherUnreadable() {
    let facts = RemovalFacts.of(
      held: .known([.admin, .viewer]), permissions: Self.own(nil),
      given: [Role.admin.id: .known([Self.read]), Role.viewer.id: .unknown(.closed)])
    let impact = RemovalImpact(removing: [.admin], facts: facts)
    #expect(impact.lost.map(\.permission.key) == [Self.read.key])
    #expect(impact.permissionsUnknown == [.viewer])
  }

  @Test("where the user's own permissions are unread, direct grants are unknown")
  func grantsUnknown() {
    let facts = RemovalFacts.of(
      held: .known([.admin, .viewer]), permissions: .unknown(.closed),
      given: [
        Role.admin.id: .known([Self.read, Self.refund]), Role.viewer.id: .known([Self.read]),
      ])
    let impact = RemovalImpact(removing: [.admin], facts: facts)
    #expect(!impact.areGrantsKnown)
    #expect(impact.lost.map(\.permission.key) == [Self.refund.key])
    #expect(impact.kept.map(\.through) == [[.viewer]])
  }

  @Test("where the roles held are unread, every role counts as held, and the sources still tell")
  func heldUnknown() {
    let facts = RemovalFacts.of(
      held: .unknown(.closed),
      permissions: .known([
        .of(.billing, "read:invoices", sources: [.role(.admin), .role(.viewer)])
      ]),
      given: [Role.admin.id: .known([Self.read, Self.refund])],
      holders: [Role.admin.id: .known(1)])
    let impact = RemovalImpact(removing: [.admin], facts: facts)
    #expect(impact.notHeld.isEmpty)
    #expect(impact.lastHolderOf == [.admin])
    #expect(impact.lost.map(\.permission.key) == [Self.refund.key])
    #expect(impact.kept.map(\.through) == [[.viewer]])
  }

  @Test("roles that go together do not keep each other's permissions")
  func together() {
    let facts = RemovalFacts.of(
      held: .known([.admin, .viewer, .auditor]),
      permissions: .known([
        .of(.billing, "read:invoices", sources: [.role(.admin), .role(.viewer)]),
        .of(.billing, "refund:invoices", sources: [.role(.admin), .role(.auditor)]),
      ]),
      given: [
        Role.admin.id: .known([Self.read, Self.refund]), Role.viewer.id: .known([Self.read]),
      ])
    let both = RemovalImpact(removing: [.admin, .viewer], facts: facts)
    #expect(both.lost.map(\.permission.key) == [Self.read.key])
    #expect(both.kept.map(\.through) == [[.auditor]])
    let one = RemovalImpact(removing: [.admin], facts: facts)
    #expect(one.lost.isEmpty)
    #expect(one.kept.map(\.through) == [[.viewer], [.auditor]])
  }

  @Test("the roles to read are those held that no source names and that stay")
  func rolesToRead() {
    let held = [Role.admin, .viewer, .auditor]
    func read(_ permissions: [Permission]?) -> [Role] {
      RemovalFacts.rolesToRead(removing: [.admin], held: held, permissions: permissions)
    }
    #expect(read(nil) == [.viewer, .auditor])
    #expect(read([]) == [.viewer, .auditor])
    #expect(read([.of(.billing, "a", sources: nil)]) == [.viewer, .auditor])
    #expect(read([.of(.billing, "a", sources: [.direct, .role(.viewer)])]) == [.auditor])
    let named: [Permission] = [
      .of(.billing, "a", sources: [.role(.viewer)]), .of(.legacy, "a", sources: [.role(.auditor)]),
    ]
    #expect(read(named).isEmpty)
  }
}
