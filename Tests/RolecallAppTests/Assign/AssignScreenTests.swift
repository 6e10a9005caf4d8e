import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("Assign Roles")
struct AssignScreenTests {
  private static let ana = FixtureTenant.ana.id

  @Test("It reads the tenant's roles, what the user holds and has, and leaves out what is held")
  func opening() {
    let driver = AppDriver.onRoles(.local.withFewRoles)
    driver.press("a")
    #expect(
      driver.reads.map(\.read)
        == [.tenantRoles, .holdings(.chosen([FixtureTenant.ana]), withPermissions: true)])
    driver.answerChoice()
    #expect(
      driver.app.assignScreen?.shown == [.auditor, .employee, .disguised, .long])
    #expect(driver.app.assignScreen?.current == .auditor)
  }

  @Test("Nothing can be chosen while it is not known what is held")
  func heldUnknown() {
    let driver = AppDriver.onRoles(.local.withFewRoles)
    driver.press("a")
    driver.answerTenantRoles()
    driver.fail(with: FixtureTenant.forbidden(.listUserRoles, "read:users"))
    #expect(driver.app.assignScreen?.shown == [])
    driver.press("<enter>")
    #expect(driver.shows("Not now: no role is under the cursor."))
    _ = driver.takeReads()
  }

  @Test("A few letters find a role, and the cursor is on the best; none of them acts as a key")
  func typing() {
    let driver = AppDriver.onChoice()
    driver.press("emp")
    #expect(driver.app.assignScreen?.shown.first == .employee)
    #expect(driver.app.assignScreen?.current == .employee)
    driver.press("<c-u>dqjacC")
    #expect(driver.app.assignScreen?.field.text == "dqjacC")
    #expect(driver.app.assignScreen?.shown == [])
    #expect(driver.shows("No role fits."))
    driver.press("<c-u>")
    driver.paste("supervisor")
    #expect(driver.app.assignScreen?.shown == [.long])
    driver.answerGivenToAll()
  }

  @Test("Tab marks several, which stay marked while others are looked for; Esc goes back")
  func marking() {
    let driver = AppDriver.onChoice()
    driver.press("<tab>emp<tab>")
    driver.answerGivenToAll()
    #expect(driver.app.assignScreen?.chosen == [.auditor, .employee])
    #expect(driver.shows("1 marked elsewhere"))
    driver.press("<tab><esc>")
    #expect(driver.app.userScreen?.view == .roles)
    #expect(driver.app.assignScreen == nil)
  }

  @Test("What the user gains is shown: only what is not there already")
  func gains() {
    let driver = AppDriver.onChoice()
    driver.press("aud")
    driver.answerGivenToAll()
    #expect(driver.shows("By Auditor Ana Lima gains 1 permission:"))
    #expect(driver.shows("read:logs (People API)"))
    driver.press("<c-u>emp")
    driver.answerGivenToAll()
    #expect(driver.shows("By Employee Ana Lima gains no permission"))
  }

  @Test("What a role gives and cannot be read is said to be not known")
  func gainsUnknown() {
    let driver = AppDriver.onChoice(isAnswered: false)
    driver.fail(with: FixtureTenant.forbidden(.listRolePermissions, "read:roles"))
    #expect(driver.shows("! Not known: what Auditor gives"))
  }

  @Test(
    "Who may not assign is told before choosing: roles for a user, and users for a role",
    arguments: [
      ("scope", "Not now: the token may not assign roles: it needs create:role_members."),
      ("read-only", "Not now: this is read-only."),
    ], [true, false])
  func refused(_ refusal: (why: String, words: String), isOnUser: Bool) {
    let tenant = FixtureTenant.local.with {
      if refusal.why == "scope" {
        $0.session.scopes?.remove("create:role_members")
      } else {
        $0.session.isReadOnly = true
      }
    }
    let driver = isOnUser ? AppDriver.onRoles(tenant) : AppDriver.onRole(tenant)
    driver.press("a")
    #expect(driver.notice == refusal.words)
    #expect(driver.app.assignScreen == nil)
    #expect(driver.app.addUsersScreen == nil)
  }

  @Test(
    "Enter asks for a grant, about just the marked roles of just this user, and y carries it out")
  func asking() throws {
    let driver = AppDriver.onChoice()
    driver.press("<tab>emp<tab>")
    driver.answerGivenToAll()
    driver.press("<enter>")
    driver.answerFindings()
    #expect(driver.shows("GRANTS: assign 2 roles to a user"))
    #expect(driver.shows("to Ana Lima ana@acme.example (verified)"))
    #expect(driver.shows(Self.ana.rawValue))
    driver.settle()
    driver.confirm()
    let plan = try driver.takePlan()
    #expect(driver.app.assignScreen == nil)
    #expect(
      plan.changes == [
        .assignRole(.auditor, to: FixtureTenant.ana), .assignRole(.employee, to: FixtureTenant.ana),
      ])
    driver.tenant.held[Self.ana]?.append(contentsOf: [.auditor, .employee])
    driver.report(plan) { _ in .done }
    #expect(driver.notice?.hasPrefix("Assigned Auditor, Employee to Ana Lima") == true)
    #expect(driver.rolesInView == ["Billing Admin", "Support", "Auditor", "Employee"])
    _ = driver.takeReads()
  }

  @Test("Enter twice in one write opens the question and does not answer it")
  func enterTwice() {
    let driver = AppDriver.onChoice()
    driver.burst("<enter><enter>y")
    #expect(driver.app.planDialog != nil)
    #expect(driver.takeOutbox() == [])
    driver.answerFindings()
    driver.settle()
    driver.press("<enter>")
    #expect(driver.app.planDialog == nil, "Cancel has the focus")
    #expect(driver.takeOutbox() == [])
    #expect(driver.app.assignScreen?.current == .auditor, "the choice is there as it was")
    _ = driver.takeReads()
  }

  @Test("For several users only what all of them hold is left out, and it says how many hold each")
  func several() {
    let driver = AppDriver.onChoiceForThree()
    #expect(
      driver.app.assignScreen?.shown
        == [.auditor, .billingAdmin, .employee, .disguised, .long])
    #expect(driver.position(of: "2 of 3", inRowWith: "Auditor") != nil)
    #expect(driver.position(of: "1 of 3", inRowWith: "Billing Admin") != nil)
    #expect(driver.shows("Auditor to 1 user, who gains 1 permission; 2 hold it already"))
    #expect(driver.shows("read:logs (People API) 1"))
    driver.press("bil")
    driver.answerGivenToAll()
    #expect(driver.shows("Billing Admin to 2 users, who gain 3 permissions; 1 holds it already"))
    #expect(driver.shows("refund:invoices (Billing API) 2"))
  }

  @Test(
    "The question is about just those who do not hold it, and cancelling comes back to the choice")
  func askingForSeveral() throws {
    let driver = AppDriver.onChoiceForThree()
    driver.press("<tab>bil<tab>")
    driver.answerGivenToAll()
    driver.press("<enter>")
    driver.answerFindings()
    #expect(driver.shows("GRANTS: assign 2 roles to 2 users"))
    let (bo, wang) = (FixtureTenant.everybody[1], FixtureTenant.everybody[2])
    let plan = try #require(driver.app.planDialog?.plan)
    #expect(
      plan.changes == [
        .assignRole(.auditor, to: bo), .assignRole(.billingAdmin, to: bo),
        .assignRole(.billingAdmin, to: wang),
      ])
    driver.press("<esc>")
    #expect(driver.app.assignScreen?.marks.count == 2)
    driver.press("<enter>")
    driver.answerFindings()
    driver.settle()
    driver.confirm()
    #expect(try driver.takePlan().changes == plan.changes)
    #expect(driver.app.assignScreen == nil)
    driver.end(plan)
    driver.press("<esc>")
    #expect(driver.usersScreen?.marks.count == 3)
  }

  @Test("Above fifty users what they have is not read, and they may gain what the roles give")
  func crowd() {
    let driver = AppDriver.onUsers(
      .crowd(60).with { $0.held[UserID("auth0|0")] = [.auditor] })
    driver.press("G")
    driver.answerUsers()
    driver.press("Aa")
    let users = driver.tenant.people
    #expect(
      driver.reads.map(\.read)
        == [.tenantRoles, .holdings(.chosen(users), withPermissions: false)])
    driver.answerTenantRoles()
    driver.answerHoldings()
    driver.answerGivenToAll()
    #expect(
      driver.shows("Auditor to 59 users, who may gain 1 permission; 1 holds it already"))
  }

  @Test("Who of several cannot be read is left out, and told of")
  func leftOut() throws {
    let driver = AppDriver.onUsers(.local.withThreeHolders)
    driver.press("<space><space><space>a")
    driver.tenant.people.remove(at: 1)
    driver.answerChoice()
    #expect(driver.shows("! 1 user exists no more: left out"))
    driver.press("emp<enter>")
    let plan = try #require(driver.app.planDialog?.plan)
    #expect(plan.changes == [.assignRole(.employee, to: FixtureTenant.everybody[2])])
    driver.press("<esc>")
    _ = (driver.takeReads(), driver.takeCancelled())
  }

  @Test("A thousand roles are all there, and only what is chosen is asked about")
  func thousand() {
    let driver = AppDriver.onChoice(
      .local.with { tenant in
        tenant.extraRoles = (0..<1_000).map {
          Role(id: RoleID("rol_\($0)"), name: "Team \($0) Lead")
        }
      })
    #expect(driver.shows("1,002 roles"))
    driver.press("t999l")
    #expect(driver.app.assignScreen?.current?.name == "Team 999 Lead")
    #expect(driver.reads.count <= 4)
    _ = driver.takeReads()
  }
}

extension FixtureTenant {
  /// The same tenant, where Ana holds two of its roles.
  var withFewRoles: FixtureTenant {
    with { $0.held[Self.ana.id] = [.billingAdmin, .support] }
  }
}

extension AppDriver {
  /// The choice of roles for Ana Lima, read.
  static func onChoice(
    _ tenant: FixtureTenant = .local.withFewRoles, isAnswered: Bool = true, columns: Int = 80,
    rows: Int = 24, theme: Theme = .dark
  ) -> AppDriver {
    let driver = onRoles(tenant, columns: columns, rows: rows, theme: theme)
    driver.press("a")
    driver.answerChoice(isAnswered: isAnswered)
    return driver
  }

  /// The choice of roles for the first three users, all of whom hold Support, read.
  static func onChoiceForThree(
    _ tenant: FixtureTenant = .local.withThreeHolders, columns: Int = 80, rows: Int = 24,
    theme: Theme = .dark
  ) -> AppDriver {
    let driver = onUsers(tenant, columns: columns, rows: rows, theme: theme)
    driver.press("<space><space><space>a")
    driver.answerChoice()
    return driver
  }

  /// Answers what there is to choose from, and what the role under the cursor gives.
  func answerChoice(isAnswered: Bool = true) {
    answerTenantRoles()
    answerHoldings()
    if isAnswered { answerGivenToAll() }
  }

  /// Answers what roles give, as long as anybody asks.
  func answerGivenToAll() {
    while reads.contains(where: { if case .rolePermissions = $0.read { true } else { false } }) {
      answerRolePermissions()
    }
  }
}
