import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("Where a user's roles and permissions come from")
struct UserAccessTests {
  private static let grouped = FixtureTenant.local.withGroups
  private static let ana = FixtureTenant.ana.id

  @Test(
    "What stands beside the roles is asked for once they are there, and no more than is in view")
  func order() {
    let driver = AppDriver(Self.grouped, user: Self.ana)
    driver.answerUser()
    #expect(driver.reads.map(\.read) == [.roles(Self.ana)])
    driver.answerRoles(withBeside: false)
    #expect(driver.reads.map(\.read) == [.effectiveRoles(Self.ana), .organizations(Self.ana)])
    driver.answerBeside()
    #expect(driver.rolesInView == ["Billing Admin", "Support", "Auditor"])
    #expect(
      driver.app.userScreen?.held.map(\.origin) == [
        "directly", "directly, groups: all-staff, Europe \u{202E}eporuE", "directly",
        "group: all-staff",
      ])
  }

  @Test("Groups are asked about for the roles in view, four at a time; organizations three")
  func fewAtATime() {
    let driver = AppDriver(
      .local.with { tenant in
        tenant.throughGroups[Self.ana] = (0..<500).map {
          Role(id: RoleID("rol_\($0)"), name: "Role \($0)")
        }
        tenant.organizations[Self.ana] = (0..<500).map {
          Organization(id: OrganizationID("org_\($0)"), name: "o", displayName: "O \($0)")
        }
      }, user: Self.ana)
    driver.answerUser()
    driver.answerRoles(withBeside: false)
    for _ in 0..<2 { driver.answer("the first") { driver.tenant.answerBeside($0) } }
    #expect(driver.reads.count == 4 + 3)
    driver.answerBeside()
    let asked = driver.app.userScreen?.held.filter { $0.groups != nil }.count ?? 0
    #expect((10...24).contains(asked))
    #expect(driver.shows("and 497 more (see Organizations)"))
    driver.press("G")
    #expect(driver.reads.count == 4)
    _ = driver.takeReads()
  }

  @Test(
    "What comes through a group alone offers no trash, no mark and no code, and says where it is managed"
  )
  func throughGroup() throws {
    let driver = AppDriver.onRoles(Self.grouped)
    driver.press("G")
    #expect(driver.app.userScreen?.currentRole == .employee)
    for key in ["d", "<del>", "<space>", "c", "C"] {
      driver.press(key)
      #expect(
        driver.shows("Not now: Employee comes through the group all-staff, and is managed there."))
      #expect(driver.app.dialog == nil)
      #expect(driver.app.userScreen?.marked == [])
    }
    let row = try #require(driver.position(of: "Employee")).row
    #expect(!driver.frame.row(row).map(\.text).contains("✕"))
    driver.mouse(.click, column: 78, row: row)
    #expect(driver.app.dialog == nil)
  }

  @Test("Marks on what is held directly are asked about, whatever the cursor is on")
  func marked() {
    let driver = AppDriver.onRoles(Self.grouped)
    driver.press("<space>Gd")
    #expect(driver.app.dialog?.roles == [.billingAdmin])
    _ = driver.takeReads()
  }

  @Test("A role that is removed and comes through a group as well stays, through the group")
  func removedButThroughGroup() throws {
    let driver = AppDriver.onRoles(Self.grouped)
    driver.press("jd")
    driver.answerFacts()
    driver.settle()
    driver.press("y")
    driver.carryOut(try driver.takePlan())
    let support = try #require(driver.app.userScreen?.held.first { $0.id == Role.support.id })
    #expect(!support.isDirect)
    #expect(support.isThroughGroups)
    _ = driver.takeReads()
  }

  @Test(
    "Groups that are not told of are said to be not checked, and why",
    arguments: [
      (APIError.Code.forbidden, "Groups: not checked (needs read:user_effective_roles)"),
      (.notFound, "Groups: not checked (this tenant does not tell)"),
      (.serverError, "Groups: not checked (the tenant gave no answer)"),
    ])
  func notChecked(_ code: APIError.Code, _ words: String) {
    let driver = AppDriver.onRoles(
      .local.with { $0.groupsError = APIError(code, .listUserEffectiveRoles) })
    #expect(driver.shows(words))
    #expect(driver.rolesInView.count == 4)
    driver.press("d")
    #expect(driver.app.dialog?.roles == [.billingAdmin])
    _ = driver.takeReads()
  }

  @Test("A spent rate limit counts down and then asks for groups and organizations again")
  func rateLimit() {
    let driver = AppDriver(Self.grouped, user: Self.ana)
    driver.answerUser()
    driver.answerRoles(withBeside: false)
    for _ in 0..<2 {
      driver.fail(with: FixtureTenant.rateLimited(.listUserEffectiveRoles, seconds: 2))
    }
    #expect(driver.shows("Groups: not checked (the rate limit is spent)"))
    driver.tick(2)
    #expect(
      Set(driver.reads.map(\.read)) == [.effectiveRoles(Self.ana), .organizations(Self.ana)])
    driver.answerBeside()
    #expect(driver.shows("group: all-staff"))
  }

  @Test("Leaving ends what is read beside, and Esc goes back at once: it is not waited for")
  func leaving() {
    let driver = AppDriver.onUsers(Self.grouped)
    driver.press("<enter>")
    driver.answerUser()
    driver.answerRoles(withBeside: false)
    driver.press("<esc>")
    #expect(driver.usersScreen != nil)
    #expect(Set(driver.takeCancelled()) == [.effectiveRoles(Self.ana), .organizations(Self.ana)])
  }

  @Test("Roles in organizations are told below, and bear the organization's name in their view")
  func organizations() {
    let driver = AppDriver.onRoles(Self.grouped)
    #expect(
      driver.shows("In organizations: Owner at Initech, Member at Globex (see Organizations)"))
    driver.press("<right>")
    driver.answerPermissions()
    driver.press("<right>")
    #expect(driver.reads.isEmpty)
    #expect(
      driver.app.userScreen?.organizations.rows.map(\.roleName) == [
        nil, "Owner in Initech", nil, "Member in Globex",
      ])
    driver.press("d")
    #expect(driver.shows("Not now: membership of Initech is managed in the Dashboard."))
    #expect(driver.app.planDialog == nil)
  }

  @Test("Where the roles cannot be read, the organizations still can")
  func organizationsAlone() {
    let driver = AppDriver(Self.grouped, user: Self.ana)
    driver.answerUser()
    driver.fail(with: FixtureTenant.forbidden(.listUserRoles, "read:users"))
    driver.press("<right>")
    driver.answerPermissions()
    driver.press("<right>")
    driver.answerBeside()
    #expect(driver.shows("Owner in Initech"))
    driver.press("<c-r>")
    #expect(driver.reads.contains { $0.read == .organizations(Self.ana) })
    _ = driver.takeReads()
  }

  @Test("The cursor of the organizations stays on its organization while roles come in")
  func organizationCursor() {
    let driver = AppDriver(Self.grouped, user: Self.ana)
    driver.answerUser()
    driver.answerRoles(withBeside: false)
    driver.press("<right>")
    driver.answer("permissions") { $0 == .permissions(Self.ana) ? .permissions([]) : nil }
    driver.press("<right>")
    for _ in 0..<2 { driver.answer("the lists") { driver.tenant.answerBeside($0) } }
    driver.press("j")
    #expect(driver.app.userScreen?.organizations.current?.organization.displayName == "Globex")
    driver.answerBeside()
    #expect(driver.app.userScreen?.organizations.current?.organization.displayName == "Globex")
    #expect(driver.app.userScreen?.organizations.current?.role == nil)
  }

  @Test(
    "Permissions say every way: directly, through a role, through a role that comes from a group")
  func sources() {
    let driver = AppDriver.onRoles(Self.grouped)
    driver.press("<right>")
    driver.answerPermissions()
    let origins = Dictionary(
      (driver.app.userScreen?.allPermissions ?? []).map { ($0.permission.name, $0.origin) },
      uniquingKeysWith: { first, _ in first })
    #expect(origins["read:users"] == "Support, Employee (group: all-staff)")
    #expect(origins["read:handbook"] == "Employee (group: all-staff)")
    #expect(origins["read:exports"] == "Billing Admin, granted directly")
    #expect(origins["read:logs"] == "Auditor")
    driver.press("gd")
    #expect(driver.notice == "Not now: it comes through Billing Admin: see Roles.")
    #expect(driver.app.planDialog == nil)
  }

  @Test(
    "The Authorization Extension's roles are said to be another system's, on Roles and in Details")
  func extensionTraces() {
    let driver = AppDriver.onRoles(
      .local.with {
        $0.people[0].authorizationExtension = AuthorizationExtensionTraces(
          entries: [.init(application: "Intranet", roles: ["Admin"])])
      })
    #expect(
      driver.shows(
        "Authorization Extension: Admin – another system's; removing a role here does not touch that"
      ))
    driver.press("<left>")
    #expect(driver.shows("Intranet: roles Admin"))
    #expect(driver.shows("removing a role here does not touch them"))
    #expect(!AppDriver.onRoles().shows("Authorization Extension"))
  }
}
