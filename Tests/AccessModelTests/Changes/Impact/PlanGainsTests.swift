import AccessModel
import Testing

@Suite("What somebody gains by a plan, of whom everything was read")
struct PlanGainsTests {
  private static let user = User(id: UserID("auth0|1"), name: "Ana Lima")
  private static let auditor = Role(id: RoleID("rol_auditor"), name: "Auditor")
  private static let employee = Role(id: RoleID("rol_employee"), name: "Employee")

  private static func permission(_ name: String, from role: Role? = nil) -> Permission {
    Permission(
      name: name, apiName: "People API", apiIdentifier: "https://people.example",
      sources: role.map { [Permission.Source(id: $0.id.rawValue, name: $0.name)] })
  }

  private func impact(throughGroup: Bool = false) -> PlanImpact {
    let error = APIError(.notFound, .getUser)
    var facts = PlanFacts(apis: .known([]))
    // What the role held gives was not read: the user's own permissions say all of it.
    facts.rolePermissions = [
      Self.employee.id: .known([Self.permission("read:teams"), Self.permission("read:profile")])
    ]
    facts.held[Self.user.id] = [Self.auditor.id]
    facts.heldThroughGroups[Self.user.id] = throughGroup ? [Self.employee.id] : []
    facts.users[Self.user.id] = RemovalFacts(
      user: .known(Self.user), heldRoles: .known([Self.auditor]), sameEmail: .known([]),
      permissions: .known([Self.permission("read:teams", from: Self.auditor)]),
      rolePermissions: [:], holders: [:], apis: .known([]), organizations: .unknown(error))
    let tenant = Tenant(domain: "127.0.0.1:4400", isProduction: false)
    return PlanImpact(
      Plan(id: "1", tenant: tenant, changes: [.assignRole(Self.employee, to: Self.user)]),
      facts: facts, session: Session(tenant: tenant, scopes: nil))
  }

  @Test(
    "What the user has through a role that was not read by itself is no gain, and nothing is unknown"
  )
  func gains() {
    let impact = impact()
    #expect(impact.contexts.flatMap(\.tallies).map(\.permission.name) == ["read:profile"])
    #expect(impact.contexts.flatMap(\.tallies).map(\.gaining) == [1])
    #expect(impact.permissionsUnknown == [])
  }

  @Test("What comes through a group already is no gain either")
  func throughGroup() {
    #expect(impact(throughGroup: true).contexts.flatMap(\.tallies).isEmpty)
  }
}
