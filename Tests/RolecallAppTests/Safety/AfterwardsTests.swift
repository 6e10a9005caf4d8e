import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("While a removal runs, and after it")
struct AfterwardsTests {
  static let broken = APIError(.interrupted, .removeUserRoles)
  static let refused = FixtureTenant.forbidden(.removeUserRoles, "update:users")

  /// Ana's Roles view while a role is being removed, and the plan.
  private func whileRunning(
    _ tenant: FixtureTenant = .local, keys: String = "d", phrase: String = "y"
  ) throws -> (AppDriver, Plan) {
    let driver = AppDriver.onQuestion(tenant, keys: keys)
    driver.press(phrase)
    return (driver, try driver.takePlan())
  }

  @Test(
    "The trash key is refused while a plan runs, and so is a click on ✕", arguments: [true, false])
  func secondTrash(byKey: Bool) throws {
    let (driver, plan) = try whileRunning()
    if byKey { driver.press("jd") } else { try driver.click("✕", inRowWith: "Auditor") }
    #expect(driver.app.dialog == nil)
    #expect(driver.notice == "Not now: a removal is still under way.")
    #expect(driver.shows("a removal is still under way"))
    driver.carryOut(plan)
    driver.press("jd")
    #expect(driver.app.dialog != nil)
    #expect(driver.takeReads().count == 1)
  }

  @Test("Esc does nothing to a write in flight, nor does leaving the screen")
  func escape() throws {
    let (driver, plan) = try whileRunning()
    driver.press("<esc>")
    #expect(driver.takeCancelled().isEmpty)
    #expect(driver.app.running?.plan == plan)
    #expect(driver.usersScreen != nil)
    #expect(driver.shows("Removing Billing Admin from Ana Lima"))
    driver.answerUsers()
    driver.carryOut(plan)
    #expect(driver.shows("Removed Billing Admin from Ana Lima"))
  }

  @Test("Quitting waits for the write in flight, and says so", arguments: ["q", "<c-c>"])
  func quitting(_ key: String) throws {
    let (driver, plan) = try whileRunning()
    driver.press(key)
    #expect(!driver.app.isFinished)
    #expect(driver.shows("The program ends when the tenant has answered"))
    driver.carryOut(plan)
    #expect(driver.app.isFinished)
  }

  @Test("A report of another plan is not taken for this one's")
  func otherReport() throws {
    let (driver, plan) = try whileRunning()
    var other = plan
    other.id = "another"
    driver.report(other) { _ in .done }
    #expect(driver.app.running?.plan == plan)
    #expect(driver.notice == nil)
    driver.carryOut(plan)
    driver.carryOut(plan)
    #expect(driver.app.running == nil)
  }

  @Test("The roles that were read afterwards replace the rows, and marks go")
  func rowsAreReplaced() throws {
    let (driver, plan) = try whileRunning(keys: "<space><space>d", phrase: "2<tab><tab><enter>")
    driver.tenant.held[FixtureTenant.ana.id]?.append(.disguised)
    driver.carryOut(plan)
    #expect(driver.rolesInView == ["Auditor", "Employee", Role.disguised.name])
    #expect(driver.app.userScreen?.marked == [])
    #expect(driver.app.userScreen?.currentRole == nil || driver.shows("▸"))
    driver.press("d")
    #expect(driver.app.dialog?.roles.map(\.name) != ["Billing Admin"])
    _ = driver.takeReads()
  }

  @Test("A read that began before the write does not bring the removed role back")
  func staleRead() throws {
    let driver = AppDriver.onQuestion()
    driver.press("<esc>")
    driver.press("<c-r>")
    let before = driver.tenant.roles(of: FixtureTenant.ana.id)
    let read = try #require(
      driver.reads.first { if case .roles = $0.read { true } else { false } })
    driver.press("d")
    driver.answerFacts()
    driver.settle()
    driver.press("y")
    driver.carryOut(try driver.takePlan())
    driver.send(.reply(read.generation, .roles(before)))
    #expect(driver.rolesInView == ["Support", "Auditor", "Employee"])
    #expect(driver.takeCancelled().count == 1)
    driver.answerUser()
  }

  @Test("Permissions that the removal made untrue are read again when they are looked at")
  func permissionsAreForgotten() throws {
    let driver = AppDriver.onRoles()
    driver.press("<right>")
    driver.answerPermissions()
    driver.press("<left>d")
    driver.answerFacts()
    driver.settle()
    driver.press("y")
    driver.carryOut(try driver.takePlan())
    #expect(driver.app.userScreen?.permissions.value == nil)
    driver.press("<right>")
    driver.answerPermissions()
    #expect(!driver.shows("refund:invoices"))
  }

  @Test("Where the roles could not be read afterwards they are read by the screen")
  func rolesUnreadable() throws {
    let (driver, plan) = try whileRunning()
    driver.send(
      .finished(
        PlanReport(
          plan: plan, outcomes: [ChangeOutcome(plan.changes[0], .unknown(Self.broken))],
          rolesNow: [:])))
    driver.answerUser()
    driver.answerRoles()
  }

  /// What became of the roles, and what the notice must and must not say of it.
  struct News: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var states: [ChangeOutcome.State]
    var kind: Notice.Kind
    var says: [String]
    var doesNotSay: [String] = []
  }

  static let news: [News] = [
    News(
      testDescription: "done", states: [.done], kind: .done,
      says: ["Removed Billing Admin from Ana Lima (ana@acme.example, auth0|63d1…dda9)."]),
    News(
      testDescription: "already so", states: [.alreadySo], kind: .done,
      says: ["no longer held Billing Admin", "nothing was sent"], doesNotSay: ["Removed"]),
    News(
      testDescription: "not in effect", states: [.notInEffect], kind: .problem,
      says: ["still holds Billing Admin"], doesNotSay: ["Removed"]),
    News(
      testDescription: "failed", states: [.failed(refused)], kind: .problem,
      says: ["Billing Admin was not removed.", "it needs update:users"], doesNotSay: ["Removed"]),
    News(
      testDescription: "unknown", states: [.unknown(broken)], kind: .problem,
      says: ["Whether Billing Admin was removed is not known.", "broke off"],
      doesNotSay: ["Removed Billing"]),
    News(
      testDescription: "done and already so", states: [.done, .alreadySo], kind: .done,
      says: ["Removed Billing Admin from Ana Lima", "Support was no longer held"]),
    News(
      testDescription: "done and failed", states: [.done, .failed(refused)], kind: .problem,
      says: ["Removed Billing Admin from Ana Lima", "Support was not removed."]),
    News(
      testDescription: "already so and not in effect", states: [.alreadySo, .notInEffect],
      kind: .problem, says: ["no longer held Billing Admin", "still holds Support"],
      doesNotSay: ["Removed"]),
    News(
      testDescription: "failed and unknown", states: [.failed(refused), .unknown(broken)],
      kind: .problem,
      says: ["Billing Admin was not removed.", "Whether Support was removed is not known."],
      doesNotSay: ["Removed Billing", "Removed Support"]),
    News(
      testDescription: "all kinds",
      states: [.done, .alreadySo, .notInEffect, .unknown(broken)], kind: .problem,
      says: [
        "Removed Billing Admin from", "Support was no longer held", "still holds Auditor",
        "Whether Employee was removed is not known.",
      ]),
  ]

  @Test("The notice says what really happened", arguments: news)
  func notice(_ news: News) throws {
    let count = news.states.count
    let driver = AppDriver.onQuestion(
      keys: String(repeating: "<space>", count: count) + "d", columns: 120)
    driver.press(count == 1 ? "y" : "\(count)<tab><tab><enter>")
    let plan = try driver.takePlan()
    let states = Dictionary(
      zip(plan.changes.compactMap(\.role), news.states), uniquingKeysWith: { first, _ in first })
    driver.report(plan) { states[$0] ?? .done }
    #expect(driver.app.notice?.kind == news.kind)
    let text = try #require(driver.notice)
    for sentence in news.says {
      #expect(text.contains(sentence))
      #expect(driver.shows(sentence))
    }
    for sentence in news.doesNotSay { #expect(!text.contains(sentence)) }
  }

  @Test("News of a removal stays until a person puts it away")
  func noticeStays() throws {
    let (driver, plan) = try whileRunning()
    driver.carryOut(plan)
    driver.tick(3_600)
    #expect(driver.shows("Removed Billing Admin"))
    driver.press("<esc>")
    #expect(driver.notice == nil)
    #expect(driver.app.userScreen != nil)
  }

  @Test("Each question of a run has a plan with an id of its own")
  func planIDs() throws {
    let (driver, plan) = try whileRunning()
    driver.carryOut(plan)
    driver.press("jd")
    driver.answerFacts()
    driver.settle()
    driver.press("y")
    let second = try driver.takePlan()
    #expect(plan.id != second.id)
  }
}
