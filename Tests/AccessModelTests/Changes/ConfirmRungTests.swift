import AccessModel
import Testing

@Suite("What it takes to confirm")
struct ConfirmRungTests {
  /// What of a plan decides its rung; everything is known and harmless unless a case says otherwise.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var changes = 1
    var isProduction = false
    var privileged: Set<String> = []
    var lastHolder = false
    var holdersUnknown = false
    var isIdentityRead = true
    var areGrantsKnown = true
    var permissionsUnknown = false
    var expected: ConfirmRung
  }

  private static let tenant = ConfirmRung.tenantName(.init(name: "acme-prod", id: ""))
  private static let loopback = ConfirmRung.tenantName(.init(name: "127.0.0.1:4400", id: ""))
  private static let role = ConfirmRung.roleName(.init(name: "Role 0", id: ""))
  private static func count(_ count: Int) -> ConfirmRung {
    .count(.init(name: String(count), id: ""))
  }

  @Test(
    "the first rung that fits, from the top",
    arguments: [
      Case(testDescription: "one", expected: .key),
      Case(testDescription: "one, production", isProduction: true, expected: .key),
      Case(testDescription: "two", changes: 2, expected: count(2)),
      Case(testDescription: "two, production", changes: 2, isProduction: true, expected: tenant),
      Case(testDescription: "a hundred", changes: 100, expected: count(100)),
      Case(testDescription: "a hundred and one", changes: 101, expected: loopback),
      Case(testDescription: "101, production", changes: 101, isProduction: true, expected: tenant),
      Case(
        testDescription: "101 and the last holder", changes: 101, lastHolder: true,
        expected: loopback),
      Case(testDescription: "privileged by name", privileged: ["Role 0"], expected: role),
      Case(testDescription: "privileged by id", privileged: ["rol_0"], expected: role),
      Case(testDescription: "another is privileged", privileged: ["rol_9"], expected: .key),
      Case(
        testDescription: "one of three is privileged", changes: 3, privileged: ["rol_2"],
        expected: .roleName(.init(name: "Role 2", id: ""))),
      Case(
        testDescription: "privileged among several, production", changes: 3, isProduction: true,
        privileged: ["rol_2"], expected: tenant),
      Case(testDescription: "the last holder", lastHolder: true, expected: role),
      Case(
        testDescription: "the last holder, production", isProduction: true, lastHolder: true,
        expected: role),
      Case(
        testDescription: "the last holder among several", changes: 2, lastHolder: true,
        expected: role),
      Case(testDescription: "holders unknown", holdersUnknown: true, expected: role),
      Case(
        testDescription: "the last holder before the privileged", changes: 3,
        privileged: ["rol_2"], lastHolder: true, expected: role),
      Case(testDescription: "identity unread", isIdentityRead: false, expected: role),
      Case(
        testDescription: "identity unread, several", changes: 2, isIdentityRead: false,
        expected: role),
      Case(testDescription: "grants unknown", areGrantsKnown: false, expected: role),
      Case(
        testDescription: "a role's permissions unknown", permissionsUnknown: true, expected: role),
      Case(
        testDescription: "unread, and another is privileged", changes: 2, privileged: ["rol_1"],
        isIdentityRead: false, expected: .roleName(.init(name: "Role 1", id: ""))),
    ])
  func ladder(_ example: Case) {
    let roles = (0..<example.changes).map { Role(id: RoleID("rol_\($0)"), name: "Role \($0)") }
    let plan = Plan(
      id: "p", tenant: example.isProduction ? .production : .loopback,
      changes: roles.map { .removeRole($0, from: .ana) })
    let session = Session(
      tenant: plan.tenant, scopes: nil, privilegedRoles: example.privileged)
    let rung = ConfirmRung(
      for: plan, impact: Self.impact(example, roles: roles),
      isIdentityRead: example.isIdentityRead, session: session)
    #expect(rung == example.expected)
    let isTop = if case .tenantName = rung { true } else { false }
    #expect(rung.needsReason == isTop)
    #expect((rung.phrase == nil) == (rung == .key))
  }

  private static func impact(_ example: Case, roles: [Role]) -> RemovalImpact {
    let facts = RemovalFacts.of(held: .known(roles))
    var impact = RemovalImpact(removing: roles, facts: facts)
    impact.lastHolderOf = example.lastHolder ? Array(roles.prefix(1)) : []
    impact.holdersUnknown = example.holdersUnknown ? Array(roles.prefix(1)) : []
    impact.permissionsUnknown = example.permissionsUnknown ? Array(roles.prefix(1)) : []
    impact.areGrantsKnown = example.areGrantsKnown
    return impact
  }

  @Test("changes of several users count together")
  func severalUsers() {
    let plan = Plan(
      id: "p", tenant: .production,
      changes: [.removeRole(.admin, from: .ana), .removeRole(.admin, from: .bo)])
    let impact = RemovalImpact(
      removing: [.admin],
      facts: .of(given: [Role.admin.id: .known([])], holders: [Role.admin.id: .known(9)]))
    let rung = ConfirmRung(
      for: plan, impact: impact, isIdentityRead: true,
      session: Session(tenant: .production, scopes: nil))
    #expect(rung.phrase?.text == "acme-prod")
  }

  @Test("a tenant with a long name is confirmed by the end of its name, not of every domain")
  func longTenant() {
    let tenant = Tenant(domain: "a-rather-long-tenant-name.eu.auth0.com", isProduction: true)
    let plan = Plan(
      id: "p", tenant: tenant,
      changes: [.removeRole(.admin, from: .ana), .removeRole(.admin, from: .bo)])
    let impact = RemovalImpact(
      removing: [.admin],
      facts: .of(given: [Role.admin.id: .known([])], holders: [Role.admin.id: .known(9)]))
    let rung = ConfirmRung(
      for: plan, impact: impact, isIdentityRead: true,
      session: Session(tenant: tenant, scopes: nil))
    #expect(rung.phrase?.text == "t-name")
    #expect(rung.phrase?.isEndOfID == true)
  }

  @Test(
    "nobody has to type what cannot be typed",
    arguments: [
      ("Billing Admin", "Billing Admin"), ("a", "a"), ("!~", "!~"), ("a  b", "a  b"),
      ("abcdefghijklmnopqrstuvwx", "abcdefghijklmnopqrstuvwx"),
      ("abcdefghijklmnopqrstuvwxy", nil), ("", nil), (" Admin", nil), ("Admin ", nil), (" ", nil),
      ("Café", nil), ("Cafe\u{301}", nil), ("Аdmin", nil), ("管理者", nil), ("Admin\u{7F}", nil),
      ("Ad\tmin", nil), ("Admin\n", nil), ("Admin\u{202E}", nil), ("Admin\u{200B}", nil),
      ("Admin\u{A0}x", nil), ("👑", nil),
    ])
  func phrases(name: String, typed: String?) {
    let phrase = ConfirmRung.Phrase(name: name, id: "rol_NHBmr6NkzbRcHob1")
    #expect(phrase.text == typed ?? "RcHob1")
    #expect(phrase.isEndOfID == (typed == nil))
  }

}
