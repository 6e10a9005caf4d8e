import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("What it takes to confirm a plan of many")
struct PlanQuestionTests {
  /// Which keys to press on a role's members, and how many of the fifteen they are about.
  @Test(
    "Several chosen members are one plan, everybody is one, and one alone is asked about as ever",
    arguments: [("<space><space><space>d", 3), ("Ad", 15), ("D", 15), ("/wang<enter>Ad", 1)])
  func chosen(_ keys: String, _ count: Int) {
    let driver = AppDriver.onRole(.local.withHolders)
    driver.press(keys)
    let plan = driver.app.planDialog?.plan ?? driver.app.dialog?.plan
    #expect(plan?.changes.count == count)
    #expect(plan?.userCount == count)
    #expect((driver.app.planDialog != nil) == (count > 1))
    #expect(driver.app.planDialog?.isAboutEverybody ?? false == (keys == "D"))
    driver.press("<esc>")
    #expect(driver.takeCancelled().count == 1)
  }

  @Test("Everybody is asked about only where everybody has been read")
  func incomplete() {
    let driver = AppDriver.onTenantRoles()
    driver.press("<enter>")
    driver.answerRole()
    driver.answerReaches()
    driver.sendMembers(driver.tenant.members(of: Role.auditor.id))
    driver.press("D")
    #expect(driver.app.planDialog == nil)
    #expect(driver.shows("Not now: not everybody who holds it has been read yet."))
    _ = driver.takeReads()
  }

  @Test(
    "No key that opens it, and none before it is armed, confirms it",
    arguments: [
      [.write("dd"), .facts, .settled], [.write("dy"), .facts, .settled],
      [.write("d"), .write("y3\n"), .facts, .settled],
      [.write("d"), .write("3<tab><tab><enter>"), .facts],
      [.write("d"), .facts, .write("3<tab>x<tab><enter>"), .settled],
      [.write("d"), .settled, .facts, .write("3<tab>x<tab><enter>")],
      [.write("d"), .facts, .settled, .write("y<enter>")],
      [.write("d"), .facts, .settled, .paste("3"), .write("<tab><tab><tab><tab><tab><enter>")],
    ] as [[Step]])
  func early(_ steps: [Step]) {
    let driver = AppDriver.onRole(.local.withHolders)
    driver.press("<space><space><space>")
    for step in steps {
      switch step {
      case .facts: driver.answerFindings()
      case .settled where driver.frame.hold == nil: break
      default: driver.follow([step])
      }
    }
    #expect(driver.outbox.isEmpty)
    #expect(driver.app.running == nil)
    _ = driver.takeReads()
  }

  @Test("What it takes is typed by hand, and nothing less does")
  func typed() throws {
    let driver = AppDriver.onPlanQuestion()
    #expect(driver.app.planDialog?.findings?.rung.phrase?.text == "3")
    driver.press("<tab><tab><tab>")
    #expect(driver.app.planDialog?.focus == .phrase)
    driver.paste("3")
    #expect(driver.app.planDialog?.phrase.text == "")
    driver.press("4<tab><tab><enter>")
    #expect(driver.shows("Type 3 first."))
    #expect(driver.outbox.isEmpty)
    driver.press("<s-tab><s-tab><bs>3<tab><tab><enter>")
    #expect(try driver.takePlan().changes.count == 3)
  }

  @Test("On a production tenant its name is typed, and a reason given")
  func production() throws {
    let driver = AppDriver.onPlanQuestion(.production)
    #expect(driver.app.planDialog?.rung?.phrase?.text == "acme-prod")
    driver.press("acme-prod<tab><tab><enter>")
    #expect(driver.shows("Give a reason first."))
    #expect(driver.outbox.isEmpty)
    driver.press("<s-tab>SEC-418<tab><enter>")
    #expect(try driver.takePlan().reason == "SEC-418")
  }

  @Test("Members that move, vanish or come behind the question change nothing of it")
  func movingTarget() throws {
    let driver = AppDriver.onRole(.local.withHolders)
    driver.press("<c-r>")
    driver.press("<space><space><space>d")
    let plan = try #require(driver.app.planDialog?.plan)
    driver.tenant.people.removeFirst(2)
    driver.answerRole()
    driver.answerReaches()
    driver.answerMembers()
    driver.answerLookups()
    driver.answerFindings()
    driver.settle()
    #expect(driver.app.planDialog?.plan == plan)
    driver.confirm()
    #expect(try driver.takePlan().changes == plan.changes)
  }

  @Test("Another size, a suspension and what is read anew disarm it")
  func disarmed() {
    let driver = AppDriver.onPlanQuestion()
    driver.resize(columns: 100, rows: 30)
    #expect(!driver.isArmed)
    driver.settle()
    #expect(driver.isArmed)
    driver.resume()
    #expect(!driver.isArmed)
    driver.press("<esc>")
    #expect(driver.app.planDialog == nil)
  }

  @Test("What could not be read asks for the stricter rung, and is said")
  func unread() {
    let driver = AppDriver.onRole(.local.withHolders)
    driver.press("<space><space>d")
    driver.fail(with: FixtureTenant.forbidden(.getRole, "read:roles"))
    driver.settle()
    #expect(driver.app.planDialog?.rung?.phrase?.text == "Billing Admin")
    #expect(driver.shows("Not known"))
    driver.press("<esc>")
  }

  @Test("Groups and grants that were not checked can be, and nothing is confirmed meanwhile")
  func check() throws {
    var tenant = FixtureTenant.crowd(60)
    tenant = tenant.withHolders
    let driver = AppDriver.onRole(tenant)
    driver.press("Ad")
    driver.answerFindings()
    driver.settle()
    #expect(driver.shows("not checked"))
    driver.press("60<tab>reason")
    try driver.click("Check them")
    #expect(driver.app.planDialog?.isReading == true)
    driver.settle()
    driver.press("<s-tab><s-tab><enter>")
    #expect(driver.outbox.isEmpty)
    #expect(
      driver.reads.map(\.read).contains {
        if case .planFindings(_, true) = $0 { true } else { false }
      })
    driver.answerFindings()
    #expect(!driver.isArmed)
    driver.settle()
    #expect(driver.shows("Read from the tenant, user by user"))
    driver.press("<esc>")
  }

  @Test("Everybody concerned can be listed, and the list scrolls to its end")
  func list() throws {
    let driver = AppDriver.onRole(FixtureTenant.crowd(400).withHolders)
    driver.press("D")
    driver.answerFindings()
    driver.settle()
    try driver.click("List all 400")
    #expect(driver.shows("From 1 of 400 changes"))
    for _ in 0..<100 { driver.press("<pgdn>") }
    #expect(driver.shows("User 399"))
    try driver.click("Back to the cost")
    #expect(driver.shows("List all 400"))
    #expect(driver.outbox.isEmpty)
    driver.press("<esc>")
  }

  @Test("The plan is written to a file with its reason, and the question says where")
  func write() throws {
    let driver = AppDriver.onPlanQuestion()
    driver.press("<s-tab><s-tab>SEC-418")
    try driver.click("Write to a file")
    guard case .writePlan(let plan) = driver.takeEffect() else {
      Issue.record("nothing is written")
      return
    }
    #expect(plan.reason == "SEC-418")
    #expect(plan.changes.count == 3)
    driver.send(.wrote(plan.id, .written(path: "rolecall-run-1.plan")))
    #expect(driver.shows("Written to rolecall-run-1.plan."))
    #expect(!driver.isArmed)
    driver.press("<esc>")
  }

  @Test(
    "Read-only, or without the scope, it says so and no way of confirming runs anything",
    arguments: [true, false])
  func barred(isReadOnly: Bool) {
    let driver = AppDriver.onPlanQuestion(
      .local.with {
        $0.session.isReadOnly = isReadOnly
        if !isReadOnly { $0.session.scopes?.remove(Scope.updateUsers.rawValue) }
      })
    #expect(driver.shows(isReadOnly ? "This is read-only." : "it needs update:users."))
    driver.press("3<tab>reason<tab><enter>y")
    #expect(driver.outbox.isEmpty)
    driver.press("<esc>")
  }

  @Test("Of one user the question says who was read just now, for a journal knows no address")
  func identity() {
    let known = FixtureTenant.ana
    let plan = Plan(
      id: "p", tenant: FixtureTenant.local.session.tenant,
      changes: [.assignRole(.auditor, to: User(id: known.id, name: known.name))])
    let facts = FixtureTenant.local.planFacts(plan, fully: true)
    let findings = PlanFindings(plan, facts: facts, session: FixtureTenant.local.session)
    #expect(findings.user?.email == known.email)
  }
}
