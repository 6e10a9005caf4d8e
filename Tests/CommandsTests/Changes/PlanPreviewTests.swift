import AccessModel
import Testing

@testable import Commands

struct PlanPreviewTests {
  private static let tenant = Tenant(domain: "acme.eu.auth0.com", isProduction: true)
  private static let owner = Role(id: RoleID("rol_1"), name: "Owner")
  private static let auditor = Role(id: RoleID("rol_2"), name: "Auditor")
  private static let api = ResourceServer(
    id: "1", name: "Billing", identifier: "https://billing", enforcesPolicies: true,
    tokenLifetime: 86_400)

  private static func permission(_ name: String) -> Permission {
    Permission(name: name, apiName: api.name, apiIdentifier: api.identifier)
  }

  private static func preview(_ plan: Plan, _ facts: PlanFacts) -> [String] {
    let session = Session(tenant: tenant, scopes: ["update:users", "read:users"])
    let impact = PlanImpact(plan, facts: facts, session: session)
    return PlanPreview(plan: plan, impact: impact, facts: facts).lines
  }

  private static func facts(of user: User) -> PlanFacts {
    let given = [
      owner.id: [permission("refund"), permission("read")], auditor.id: [permission("read")],
    ]
    .mapValues { Fact.known($0) }
    let read = RemovalFacts(
      user: .known(user), heldRoles: .known([owner, auditor]),
      sameEmail: .known([
        SameEmailAccount(user: User(id: UserID("google-oauth2|9")), roles: .known([owner]))
      ]),
      permissions: .known([permission("refund"), permission("read")]), rolePermissions: given,
      holders: [owner.id: .known(1)], apis: .known([api]), organizations: .known([]))
    return PlanFacts(
      users: [user.id: read], held: [user.id: [owner.id, auditor.id]],
      roles: [owner.id: owner, auditor.id: auditor], rolePermissions: given,
      holders: [owner.id: .known(1)], apis: .known([api]))
  }

  @Test("One role of one user: who exactly, what goes and stays, the last holder, the way back")
  func one() {
    var user = User(id: UserID("auth0|1"), name: "Ana", email: "ana@acme.example")
    user.isEmailVerified = true
    let plan = Plan(
      id: "run", tenant: Self.tenant, .remove, [Self.owner], of: user, held: [Self.owner])
    let lines = Self.preview(plan, Self.facts(of: user))
    for line in [
      "REMOVALS: 1 change takes something away.",
      "Tenant        acme.eu.auth0.com (production)", "Role          Owner  rol_1",
      "  Ana  ana@acme.example (verified)  auth0  auth0|1",
      "    ! 1 more account has this email: google-oauth2|9; it holds Owner. It is not touched.",
      "    - refund  Billing: 1 lose it", "    = read  Billing: 1 keep it (through Auditor)",
      "! Nobody would hold Owner directly afterwards.",
      "Access tokens already issued live on, up to 1 day as set now; sessions are not ended.",
      "Putting it back: not with this token, which lacks create:role_members.",
    ] {
      #expect(lines.contains(line), "\(line)\nin\n\(lines.joined(separator: "\n"))")
    }
  }

  @Test("Of many the first are listed and the rest counted, and what was not read is said")
  func many() {
    let plan = Plan(
      id: "run", tenant: Self.tenant, .remove, Self.owner,
      of: (0..<60).map { User(id: UserID("auth0|\($0)")) })
    let error = APIError(.forbidden, .listRolePermissions)
    let lines = Self.preview(
      plan,
      PlanFacts(rolePermissions: [Self.owner.id: .unknown(error)], apis: .unknown(error)))
    #expect(lines.contains("  and 40 more users"))
    #expect(lines.contains("! Not known: what Owner gives."))
    #expect(lines.contains("! Not known: whether anybody else holds Owner."))
    #expect(lines.contains { $0.contains("not checked") && $0.contains("--check-all") })
  }

  @Test("A grant is headed as one")
  func grant() {
    let user = User(id: UserID("auth0|1"))
    let plan = Plan(id: "run", tenant: Self.tenant, .assign, [Self.owner], of: user)
    let lines = Self.preview(plan, PlanFacts(apis: .known([])))
    #expect(lines.first == "GRANTS: 1 change lets somebody do more.")
    #expect(!lines.contains { $0.hasPrefix("REMOVALS") })
  }

  @Test(
    "A time in its largest units",
    arguments: [
      (0, "no time"), (1, "1 second"), (59, "59 seconds"), (60, "1 minute"),
      (61, "1 minute 1 second"), (3_600, "1 hour"), (5_400, "1 hour 30 minutes"),
      (86_400, "1 day"), (90_000, "1 day 1 hour"), (86_401, "1 day"),
    ])
  func time(seconds: Int, words: String) {
    #expect(PlanPreview.words(seconds: seconds) == words)
  }
}
