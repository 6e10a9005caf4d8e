import AccessModel
import Changes
import TenantDoubles
import Testing

@Suite("Every change is made by its own call", .timeLimit(.minutes(5)))
struct ChangeCallsTests {
  private static let organization = Organization(
    id: OrganizationID("org_acme"), name: "acme", displayName: "Acme")
  private static let api = ResourceServer(
    name: "Billing", identifier: "https://billing/", enforcesPolicies: false)
  private static let direct = Permission(
    name: "read:bills", apiName: "Billing", apiIdentifier: "https://billing/",
    sources: [Permission.Source(id: "", name: "")])

  /// A change, the call that tells whether it is so with its answers before and after, and the write.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var change: Change
    var read: ScriptedTenant.Call?
    var before: any Sendable = true
    var after: any Sendable = true
    var write: ScriptedTenant.Call
  }

  private static func named(_ operation: Operation, _ ids: String...) -> ScriptedTenant.Call {
    .call(operation, ids)
  }

  private static let correlation = "run-1.0-1"

  private static let cases: [Case] = [
    Case(
      testDescription: "a role is assigned", change: .assignRole(.admin, to: .ana),
      read: .rolesOfUser(User.ana.id), before: [Role](), after: [Role.admin],
      write: named(.assignUserRoles, "auth0|ana", "rol_admin", correlation)),
    Case(
      testDescription: "an organization's role is removed",
      change: .removeOrganizationRole(.admin, from: .ana, in: organization),
      read: named(.listOrganizationMemberRoles, "org_acme", "auth0|ana"), before: [Role.admin],
      after: [Role](),
      write: named(
        .removeOrganizationMemberRoles, "org_acme", "auth0|ana", "rol_admin", correlation)),
    Case(
      testDescription: "an organization's role is assigned",
      change: .assignOrganizationRole(.admin, to: .ana, in: organization),
      read: named(.listOrganizationMemberRoles, "org_acme", "auth0|ana"), before: [Role](),
      after: [Role.admin],
      write: named(
        .assignOrganizationMemberRoles, "org_acme", "auth0|ana", "rol_admin", correlation)),
    Case(
      testDescription: "a permission is revoked", change: .revokePermission(direct, from: .ana),
      read: .permissionsOfUser(User.ana.id), before: [direct],
      // A role gives it still, which is no direct grant.
      after: [Permission.named("read:bills", through: [.viewer])],
      write: named(
        .removeUserPermissions, "auth0|ana", "https://billing/ read:bills", correlation)),
    Case(
      testDescription: "a permission is granted", change: .grantPermission(direct, to: .ana),
      read: .permissionsOfUser(User.ana.id), before: [Permission](), after: [direct],
      write: named(
        .assignUserPermissions, "auth0|ana", "https://billing/ read:bills", correlation)),
    Case(
      testDescription: "a role gives less", change: .removePermission(direct, from: .admin),
      read: .permissionsOfRole(Role.admin.id), before: [direct], after: [Permission](),
      write: named(
        .removeRolePermissions, "rol_admin", "https://billing/ read:bills", correlation)),
    Case(
      testDescription: "a role gives more", change: .addPermission(direct, to: .admin),
      read: .permissionsOfRole(Role.admin.id), before: [Permission](), after: [direct],
      write: named(.addRolePermissions, "rol_admin", "https://billing/ read:bills", correlation)),
    Case(
      testDescription: "an API's RBAC is switched on",
      change: .setRBAC(
        of: api, to: RBACSetting(enforcesPolicies: true, tokenDialect: nil)),
      read: named(.getResourceServer, "https://billing/"), before: api,
      after: ResourceServer(
        name: "Billing", identifier: "https://billing/", enforcesPolicies: true),
      write: named(.updateResourceServer, "https://billing/", correlation)),
    Case(
      testDescription: "access is revoked", change: .revokeAccess(of: .ana), read: nil,
      write: named(.revokeUserAccess, "auth0|ana", correlation)),
  ]

  private let tenant = ScriptedTenant()
  private let place: JournalPlace

  init() throws {
    place = try JournalPlace()
  }

  private func engine(_ journal: Journal?, isReadOnly: Bool = false) -> ChangeEngine {
    ChangeEngine(
      session: Session(tenant: .local, scopes: nil, isReadOnly: isReadOnly), reader: tenant,
      writer: tenant, journal: journal, person: .ana, inFlight: 1, pause: { _ in },
      now: { .minute(0) })
  }

  private func plan(_ changes: Change...) -> Plan {
    Plan(id: "run-1", tenant: .local, changes: changes)
  }

  @Test("read, sent, read again, and on record", arguments: cases)
  func call(_ item: Case) async throws {
    if let role = item.change.role {
      tenant.answer(.permissionsOfRole(role.id), with: [Permission]())
    }
    if let read = item.read {
      tenant.answer(read, with: item.before)
      tenant.answer(read, with: item.after)
    }
    let receipt = WriteReceipt(
      status: 202, requestID: "8a7f3c21bd90-FRA", tenantTime: .minute(7))
    tenant.answer(item.write, with: receipt)
    let journal = try place.open(tenant: "localhost")
    let outcome = try await engine(journal).run(plan(item.change), control: RunControl()) { _ in }
    #expect(outcome.report.outcomes.map(\.state) == [.done])
    #expect(tenant.writes == [item.write])
    tenant.expectNothingLeft()
    let history = try #require(try await journal.changes(of: outcome.number).first)
    #expect(history.wasAccepted)
    #expect(history.attempts.map(\.intent.correlationID) == [Self.correlation])
    // What the tenant said of it is on record.
    #expect(
      history.attempts.first?.answer
        == ChangeAnswer(
          change: 0, attempt: 1, result: .accepted, status: 202, requestID: "8a7f3c21bd90-FRA",
          tenantTime: .minute(7)))
    #expect(history.findings.map(\.finding.state) == [.done])
  }

  private static let members = ScriptedTenant.Call.call(.listRoleUsers, ["rol_admin"])
  private static let role = ScriptedTenant.Call.call(.getRole, ["rol_admin"])

  @Test("a role is deleted once what it gave, and to whom, is on record")
  func delete() async throws {
    tenant.answer(.permissionsOfRole(Role.admin.id), with: [Permission.named("read:bills")])
    let page = Page(items: [RoleMember(id: User.ana.id)], start: 0, total: 1)
    tenant.answer(Self.members, with: [page])
    tenant.answer(Self.role, with: Role.admin)
    tenant.answer(.call(.deleteRole, ["rol_admin", Self.correlation]), with: true)
    tenant.fail(Self.role, with: APIError(.notFound, .getRole, status: 404))
    let journal = try place.open(tenant: "localhost")
    let outcome = try await engine(journal).run(
      plan(.deleteRole(.admin)), control: RunControl()
    ) { _ in }
    #expect(outcome.report.outcomes.map(\.state) == [.done])
    let history = try #require(try await journal.changes(of: outcome.number).first)
    #expect(history.change?.roleMembers == [User.ana.id])
    #expect(history.change?.rolePermissions?.map(\.name) == ["read:bills"])
    tenant.expectNothingLeft()
  }

  @Test("and is not deleted where that cannot be read")
  func deleteUnsaved() async throws {
    let error = APIError(.forbidden, .listRoleUsers, status: 403)
    tenant.answer(.permissionsOfRole(Role.admin.id), with: [Permission]())
    tenant.fail(Self.members, with: error)
    let journal = try place.open(tenant: "localhost")
    let outcome = try await engine(journal).run(
      plan(.deleteRole(.admin)), control: RunControl()
    ) { _ in }
    #expect(outcome.report.outcomes.map(\.state) == [.failed(error)])
    #expect(tenant.writes.isEmpty)
  }

  @Test("without a journal, a writer, or a plan that can be meant, nothing is asked of the tenant")
  func refused() async throws {
    let journal = try place.open(tenant: "localhost")
    let removal = Change.removeRole(.admin, from: .ana)
    let other = Plan(
      id: "run-1", tenant: Tenant(domain: "acme.eu.auth0.com", isProduction: true),
      changes: [removal])
    let refusals: [(ChangeEngine, Plan, RunRefusal.Code)] = [
      (engine(nil), plan(removal), .noJournal),
      (engine(journal, isReadOnly: true), plan(removal), .readOnly),
      (engine(journal), other, .otherTenant), (engine(journal), plan(), .empty),
      (engine(journal), plan(removal, .assignRole(.admin, to: .ana)), .contradictory),
    ]
    for (engine, plan, code) in refusals {
      await #expect(throws: RunRefusal(code)) {
        try await engine.run(plan, control: RunControl()) { _ in }
      }
    }
    #expect(tenant.calls.isEmpty)
    #expect(try await journal.runs().isEmpty)
  }

  @Test("a token that is not valid pauses; whoever goes on has it sent once more")
  func unauthorized() async throws {
    let error = APIError(.unauthorized, .removeUserRoles, status: 401)
    tenant.answer(.permissionsOfRole(Role.admin.id), with: [Permission]())
    tenant.answer(.rolesOfUser(User.ana.id), with: [Role.admin])
    tenant.fail(
      .remove([Role.admin.id], from: User.ana.id, correlation: "run-1.0-1"), with: error)
    tenant.answer(
      .remove([Role.admin.id], from: User.ana.id, correlation: "run-1.0-2"), with: true)
    tenant.answer(.rolesOfUser(User.ana.id), with: [Role]())
    let journal = try place.open(tenant: "localhost")
    let control = RunControl()
    let outcome = try await engine(journal).run(
      plan(.removeRole(.admin, from: .ana)), control: control
    ) { if $0.pause == .pattern(.unauthorized) { control.goOn() } }
    #expect(outcome.report.outcomes.map(\.state) == [.done])
    let summary = try await journal.run(outcome.number)
    #expect(summary.steps.map(\.state) == [.paused, .open, .done])
    tenant.expectNothingLeft()
  }
}
