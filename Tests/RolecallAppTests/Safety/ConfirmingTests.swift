import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("What it takes to confirm")
struct ConfirmingTests {
  @Test("Cancel has the focus, so that Enter cancels")
  func enterCancels() {
    let driver = AppDriver.onQuestion()
    #expect(driver.app.dialog?.focus == .cancel)
    driver.press("<enter>")
    #expect(driver.app.dialog == nil)
    #expect(driver.app.running == nil)
  }

  @Test("Esc cancels at any time", arguments: [true, false])
  func escapeCancels(isArmed: Bool) {
    let driver = AppDriver.onQuestion(isArmed: isArmed)
    driver.press("<esc>")
    #expect(driver.app.dialog == nil)
  }

  @Test("Esc ends the reading of a question that is not wanted any more")
  func escapeEndsReading() {
    let driver = AppDriver.onRoles()
    driver.press("d<esc>")
    #expect(driver.app.dialog == nil)
    #expect(driver.takeCancelled().count == 1)
  }

  @Test(
    "Tab goes from Cancel over the fields to Remove, and round",
    arguments: [
      (1, [.reason, .confirm, .cancel]), (2, [.phrase, .reason, .confirm, .cancel]),
    ] as [(Int, [Consent.Focus])])
  func tabOrder(marks: Int, stops: [Consent.Focus]) {
    let driver = AppDriver.onQuestion(keys: String(repeating: "<space>", count: marks) + "d")
    for stop in stops {
      driver.press("<tab>")
      #expect(driver.app.dialog?.focus == stop)
    }
    for stop in stops.reversed().dropFirst() + [.cancel] {
      driver.press("<s-tab>")
      #expect(driver.app.dialog?.focus == stop)
    }
  }

  @Test(
    "One role: y confirms, and so do Tab to Remove and Enter",
    arguments: ["y", "<tab><tab><enter>"])
  func oneKey(_ keys: String) throws {
    let driver = AppDriver.onQuestion()
    #expect(driver.app.dialog?.findings?.rung == .key)
    driver.press(keys)
    #expect(try driver.takePlan().changes.count == 1)
  }

  @Test(
    "One role: other keys do nothing",
    arguments: ["Y", "n", "d", "<space>", "<del>", "q", "?", "<f5>"])
  func otherKeys(_ keys: String) {
    let driver = AppDriver.onQuestion()
    driver.press(keys)
    #expect(driver.app.dialog != nil)
    #expect(driver.outbox.isEmpty)
    #expect(driver.app.helpScroll == nil)
    #expect(!driver.app.isFinished)
  }

  @Test("A y typed into the reason belongs to the reason")
  func yInReason() {
    let driver = AppDriver.onQuestion()
    driver.press("<tab>yes y")
    #expect(driver.app.dialog?.reason.text == "yes y")
    #expect(driver.outbox.isEmpty)
  }

  @Test("A click on Remove confirms where a key would, once it is armed", arguments: [true, false])
  func clickRemoves(isArmed: Bool) throws {
    let driver = AppDriver.onQuestion(isArmed: isArmed)
    try driver.click("Remove  y")
    #expect((driver.app.running != nil) == isArmed)
    if isArmed { #expect(try driver.takePlan().changes.count == 1) }
  }

  @Test("A click on Cancel cancels", arguments: [true, false])
  func clickCancels(isArmed: Bool) throws {
    let driver = AppDriver.onQuestion(isArmed: isArmed)
    try driver.click("Cancel")
    #expect(driver.app.dialog == nil)
  }

  /// A question that takes typing: what leads to it, and what it wants.
  struct Rung: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var tenant: FixtureTenant
    var keys: String
    var phrase: String
    var isEndOfID = false
    var needsReason = false
  }

  static let rungs: [Rung] = [
    Rung(
      testDescription: "several roles: their number", tenant: .local, keys: "<space><space>d",
      phrase: "2"),
    Rung(
      testDescription: "the last holder: the role's name",
      tenant: .local.with { $0.holders[Role.billingAdmin.id] = 1 }, keys: "d",
      phrase: "Billing Admin"),
    Rung(
      testDescription: "a privileged role: its name",
      tenant: .local.with { $0.session.privilegedRoles = ["Billing Admin"] }, keys: "d",
      phrase: "Billing Admin"),
    Rung(
      testDescription: "a role that is privileged by id: its name",
      tenant: .local.with { $0.session.privilegedRoles = ["rol_NHBmr6NkzbRcHob1"] }, keys: "d",
      phrase: "Billing Admin"),
    Rung(
      testDescription: "several in production: the tenant's name and a reason",
      tenant: .production, keys: "<space><space>d", phrase: "acme-prod", needsReason: true),
    Rung(
      testDescription: "the last holder of several in production: the tenant's name",
      tenant: .production.with { $0.holders[Role.billingAdmin.id] = 1 }, keys: "<space><space>d",
      phrase: "acme-prod", needsReason: true),
    Rung(
      testDescription: "a name that is not ASCII: the end of the id",
      tenant: .local.with {
        $0.held[FixtureTenant.ana.id] = [.disguised]
        $0.holders[Role.disguised.id] = 1
      }, keys: "d", phrase: "0l3x0x", isEndOfID: true),
    Rung(
      testDescription: "a long name: the end of the id",
      tenant: .local.with {
        $0.held[FixtureTenant.ana.id] = [.long]
        $0.holders[Role.long.id] = 1
      }, keys: "d", phrase: "0l3abc", isEndOfID: true),
  ]

  @Test("The right words confirm", arguments: rungs)
  func rightPhrase(_ rung: Rung) throws {
    let driver = AppDriver.onQuestion(rung.tenant, keys: rung.keys)
    let wanted = try #require(driver.app.dialog?.findings?.rung.phrase)
    #expect(wanted == ConfirmRung.Phrase(name: rung.phrase, id: "") || rung.isEndOfID)
    #expect(wanted.text == rung.phrase)
    #expect(driver.shows(rung.isEndOfID ? "the end of the id" : "Type \(rung.phrase) to go on:"))
    driver.press("<tab>" + rung.phrase)
    driver.press("<enter>")
    #expect(driver.app.dialog?.focus == .reason)
    #expect(driver.outbox.isEmpty)
    if rung.needsReason {
      driver.press("  <tab><enter>")
      #expect(driver.outbox.isEmpty)
      #expect(driver.shows("Give a reason first."))
      driver.press("<s-tab>SEC-418<enter><enter>")
    } else {
      driver.press("<enter><enter>")
    }
    let plan = try driver.takePlan()
    #expect(plan.changes.count == (rung.keys.count > 1 ? 2 : 1))
    #expect(rung.needsReason == !plan.reason.isEmpty)
  }

  @Test("Wrong words do not confirm, nor do y, Enter and a click", arguments: rungs)
  func wrongPhrase(_ rung: Rung) throws {
    for typed in [
      "", "y", String(rung.phrase.dropLast()), rung.phrase + "x", " " + rung.phrase,
      rung.phrase.uppercased() + "!",
    ] {
      let driver = AppDriver.onQuestion(rung.tenant, keys: rung.keys)
      let notation = typed.isEmpty ? "" : typed
      driver.press("<tab>" + notation)
      driver.press("<tab>because<tab>")
      #expect(driver.app.dialog?.focus == .confirm)
      driver.press("<enter>")
      try driver.click("Remove", inRowWith: "Cancel")
      #expect(driver.outbox.isEmpty, "\(typed)")
      #expect(driver.app.dialog != nil)
    }
  }

  @Test("Enter in a field goes on to the next, and never confirms")
  func enterInField() {
    let driver = AppDriver.onQuestion(keys: "<space><space>d")
    driver.press("<tab>2")
    driver.burst("<enter>")
    #expect(driver.app.dialog?.focus == .reason)
    driver.burst("<enter>")
    #expect(driver.app.dialog?.focus == .confirm)
    #expect(driver.outbox.isEmpty)
  }

  @Test("What could not be read makes it the stricter rung", arguments: 0..<5)
  func unreadable(_ part: Int) {
    let driver = AppDriver.onRoles()
    driver.press("d")
    let error = FixtureTenant.forbidden(.listUserRoles, "read:roles")
    driver.answerFacts {
      switch part {
      case 0: $0.heldRoles = .unknown(error)
      case 1: $0.sameEmail = .unknown(error)
      case 2: $0.permissions = .unknown(error)
      case 3: $0.holders[Role.billingAdmin.id] = .unknown(error)
      default: $0.rolePermissions[Role.billingAdmin.id] = .unknown(error)
      }
    }
    driver.settle()
    #expect(driver.app.dialog?.findings?.rung.phrase?.text == "Billing Admin")
    #expect(driver.shows("Not known:"))
    driver.press("y")
    #expect(driver.outbox.isEmpty)
  }

  @Test(
    "Read-only: the question says so, and no way of confirming runs anything",
    arguments: ["y", "<tab><tab><enter>"])
  func readOnly(_ keys: String) throws {
    let tenant = FixtureTenant.local.with { $0.session.isReadOnly = true }
    let driver = AppDriver.onQuestion(tenant)
    driver.press(keys)
    try driver.click("Remove", inRowWith: "Cancel")
    #expect(driver.outbox.isEmpty)
    #expect(driver.shows("This is read-only"))
  }

  @Test(
    "A token that may not remove: the question says which scope it needs, and nothing is run",
    arguments: ["y", "<tab><tab><enter>"])
  func missingScope(_ keys: String) throws {
    let tenant = FixtureTenant.local.with {
      $0.session.scopes?.remove(Scope.updateUsers.rawValue)
    }
    let driver = AppDriver.onQuestion(tenant)
    driver.press(keys)
    try driver.click("Remove", inRowWith: "Cancel")
    #expect(driver.outbox.isEmpty)
    #expect(driver.shows("The token may not remove roles: it needs update:users"))
  }

  @Test(
    "Why it may not be yet can be read on any screen", arguments: [(40, 12), (80, 24), (120, 40)])
  func refusalIsSeen(columns: Int, rows: Int) {
    let tenant = FixtureTenant.local.with { $0.holders[Role.billingAdmin.id] = 1 }
    let driver = AppDriver.onQuestion(tenant, columns: columns, rows: rows)
    driver.press("<tab><tab><tab><enter>")
    #expect(driver.outbox.isEmpty)
    #expect(driver.shows("Type Billing Admin first"))
  }
}
