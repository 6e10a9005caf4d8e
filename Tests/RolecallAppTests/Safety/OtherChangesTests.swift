import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("What is asked about besides roles of users")
struct OtherChangesTests {
  private static let ana = FixtureTenant.ana
  private static let initech = Organization(
    id: OrganizationID("org_1"), name: "initech", displayName: "Initech")
  private static let globex = Organization(
    id: OrganizationID("org_2"), name: "globex", displayName: "Globex")

  /// A place, the keys that are pressed there, and what they are about.
  struct Asked: CustomTestStringConvertible {
    var testDescription: String
    var place: @Sendable () -> AppDriver
    var keys: String
    var changes: [Change]
    /// What has to be typed; `nil` where one key is enough.
    var phrase: String?
  }

  static let asked = [
    Asked(
      testDescription: "a direct grant", place: { .onPermissions() }, keys: "gjjjd",
      changes: [.revokePermission(exports, from: ana)]),
    Asked(
      testDescription: "a role within an organization", place: { .onOrganizations() }, keys: "jd",
      changes: [.removeOrganizationRole(.owner, from: ana, in: initech)]),
    Asked(
      testDescription: "marked roles within organizations", place: { .onOrganizations() },
      keys: "j<space>j<space>gd",
      changes: [
        .removeOrganizationRole(.owner, from: ana, in: initech),
        .removeOrganizationRole(.member, from: ana, in: globex),
      ], phrase: "2"),
    Asked(
      testDescription: "a role that goes", place: { .onTenantRoles(.local.withHolders) },
      keys: "/billing<enter>d", changes: [.deleteRole(.billingAdmin)], phrase: "Billing Admin"),
    Asked(
      testDescription: "a role that goes, from its Settings",
      place: {
        let driver = AppDriver.onRole(.local.withHolders)
        driver.press("<right>")
        return driver
      }, keys: "d", changes: [.deleteRole(.billingAdmin)], phrase: "Billing Admin"),
    Asked(
      testDescription: "a permission of a role", place: { onRolePermissions() }, keys: "d",
      changes: [.removePermission(.deleteInvoices, from: .billingAdmin)]),
    Asked(
      testDescription: "RBAC that is enabled", place: { .onAPIs() }, keys: "/report<enter>e",
      changes: [
        .setRBAC(of: .reports, to: RBACSetting(enforcesPolicies: true, tokenDialect: nil))
      ], phrase: "Reports API"),
    Asked(
      testDescription: "RBAC that is disabled", place: { .onAPIs() }, keys: "/billing<enter>e",
      changes: [
        .setRBAC(of: .billing, to: RBACSetting(enforcesPolicies: false, tokenDialect: nil))
      ], phrase: "Billing API"),
    Asked(
      testDescription: "permissions in the access token", place: { .onAPIs() },
      keys: "/billing<enter>p",
      changes: [
        .setRBAC(
          of: .billing,
          to: RBACSetting(
            enforcesPolicies: true,
            tokenDialect: ResourceServer.billing.tokenDialect
              .adding(permissions: !ResourceServer.billing.tokenDialect.addsPermissions).rawValue))
      ], phrase: "Billing API"),
    Asked(
      testDescription: "a user's sessions", place: { .onRoles() }, keys: "x",
      changes: [.revokeAccess(of: ana)]),
    Asked(
      testDescription: "a user's sessions, from Devices", place: { .onDevices() }, keys: "d",
      changes: [.revokeAccess(of: ana)]),
  ]

  /// Read through Reports API, as the tenant lists it for Ana Lima.
  private static var exports: Permission {
    FixtureTenant.local.permissions(of: ana.id).first { $0.name == "read:exports" } ?? .readExports
  }

  private static func onRolePermissions() -> AppDriver {
    let driver = AppDriver.onRole(.local.withHolders)
    driver.press("<left>")
    driver.answerRolePermissions()
    return driver
  }

  @Test(
    "A key asks about exactly this, and only what the question takes carries it out",
    arguments: asked)
  func asks(_ asked: Asked) throws {
    let driver = asked.place()
    driver.press(asked.keys)
    let plan = try #require(driver.app.planDialog?.plan)
    #expect(plan.changes == asked.changes)
    #expect(driver.app.dialog == nil)
    driver.answerFindings()
    // Nothing confirms before the question is armed.
    driver.burst("y<tab><enter>")
    #expect(driver.outbox.isEmpty)
    driver.settle()
    let phrase = driver.app.planDialog?.rung?.phrase?.text
    #expect(phrase == asked.phrase)
    if phrase == nil {
      driver.press("y")
    } else {
      driver.press("y<bs>")
      #expect(driver.outbox.isEmpty)
      driver.confirm()
    }
    let confirmed = try driver.takePlan()
    #expect(confirmed.changes == asked.changes)
    #expect(driver.app.running?.plan.id == confirmed.id)
    _ = driver.takeReads()
  }

  @Test("Both keys of a burst: the one that opens a question never answers it", arguments: asked)
  func burst(_ asked: Asked) {
    let driver = asked.place()
    driver.burst(asked.keys + "y")
    #expect(driver.outbox.isEmpty)
    #expect(driver.app.running == nil)
    _ = driver.takeReads()
  }

  /// A place, the keys, and why nothing is asked.
  @Test(
    "What cannot be removed or set here says why, and where",
    arguments: [
      ("permissions", "gd", "it comes through Billing Admin: see Roles"),
      ("permissions", "g<space>", "it comes through Billing Admin: see Roles"),
      ("organizations", "gd", "membership of Initech is managed in the Dashboard"),
      ("organizations", "g<space>", "membership of Initech is managed in the Dashboard"),
      ("apis", "/management<enter>e", "Auth0 Management API is Auth0's own, and cannot be changed"),
      (
        "apis", "/report<enter>p",
        "without RBAC no token lists permissions: enable that first, with e"
      ),
    ])
  func obstacles(_ place: String, _ keys: String, _ reason: String) {
    let driver: AppDriver
    switch place {
    case "permissions": driver = .onPermissions()
    case "organizations": driver = .onOrganizations()
    default: driver = .onAPIs(.local.with { $0.apis.append(FixtureTenant.management) })
    }
    driver.press(keys)
    #expect(driver.shows("Not now: \(reason)."))
    #expect(driver.app.planDialog == nil)
    #expect(driver.reads.isEmpty)
  }

  @Test("A click on a grant's ✕ is about that grant alone, whatever is marked")
  func click() throws {
    let driver = AppDriver.onPermissions(
      .local.with { $0.granted[Self.ana.id] = [.readExports, .readHandbook] })
    driver.press("<end><space>")
    let row = try #require(driver.position(of: "read:exports")).row
    driver.mouse(.click, column: 78, row: row)
    #expect(driver.app.planDialog?.plan.changes.map(\.permission?.name) == ["read:exports"])
    _ = driver.takeReads()
  }

  @Test("A user who was deleted meanwhile loses no grant, and that is said")
  func deletedUser() {
    let driver = AppDriver.onPermissions()
    driver.press("gjjjd")
    driver.tenant.people.removeAll { $0.id == Self.ana.id }
    driver.answerFindings()
    driver.settle()
    #expect(driver.shows("This user does not exist any more."))
    driver.press("y<tab><tab><tab><enter>")
    #expect(driver.outbox.isEmpty)
  }

  @Test("An API that somebody else set meanwhile is left alone, and that is said")
  func setMeanwhile() {
    let driver = AppDriver.onAPIs()
    driver.press("/report<enter>e")
    for index in driver.tenant.apis.indices { driver.tenant.apis[index].enforcesPolicies = true }
    driver.answerFindings()
    driver.settle()
    #expect(driver.shows("All of it is so already: there is nothing to do."))
    driver.press("<tab><tab><enter>")
    #expect(driver.outbox.isEmpty)
  }

  @Test("A role that goes says who loses what, and what keeps it")
  func deletion() throws {
    let driver = AppDriver.onTenantRoles(
      .local.withHolders, columns: 100, rows: 40
    ).ask("/billing<enter>d")
    let impact = try #require(driver.app.planDialog?.findings?.impact)
    #expect(impact.usersConcerned == 15)
    #expect(impact.depth == .read)
    let tallies = try #require(impact.contexts.first).tallies
    let invoices = try #require(tallies.first { $0.permission.name == "read:invoices" })
    // Two hold Support as well, which gives it.
    #expect(invoices.keeping == 2)
    #expect(invoices.losing == 13)
    #expect(invoices.through == [Role.support.id: 2])
    #expect(driver.shows("Cannot be undone"))
    #expect(driver.shows("another id"))
  }

  @Test("Once the role is gone its screen is left, and the list is read again")
  func afterDeletion() throws {
    let driver = AppDriver.onRole(.local.withHolders)
    driver.press("<right>")
    _ = driver.ask("d")
    driver.confirm()
    let plan = try driver.takePlan()
    driver.end(plan)
    #expect(driver.app.rolesScreen != nil)
    #expect(driver.reads.contains { $0.read == .tenantRoles })
    #expect(
      driver.notice?.hasPrefix("Deleted Billing Admin (\(Role.billingAdmin.id.rawValue)).") == true)
    _ = driver.takeReads()
  }
}
