import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("What moves between the key and the question")
struct MovingTargetTests {
  @Test("Rows that move behind the question do not change what it is about")
  func rowsMove() throws {
    let driver = AppDriver.onRoles()
    driver.press("<c-r>")
    driver.press("d")
    driver.tenant.held[FixtureTenant.ana.id] = [.employee, .auditor, .support, .billingAdmin]
    driver.answerUser()
    driver.answerRoles()
    #expect(driver.rolesInView.first == "Employee")
    driver.answerFacts()
    driver.settle()
    #expect(driver.app.dialog?.roles == [.billingAdmin])
    #expect(driver.shows("Billing Admin rol_NHBmr6NkzbRcHob1"))
    driver.press("y")
    #expect(try driver.takePlan().roles(from: FixtureTenant.ana.id) == [.billingAdmin])
  }

  @Test("The cursor is a role, not a row: a refresh that moves rows takes it along")
  func cursorFollows() {
    let driver = AppDriver.onRoles()
    driver.press("j")
    driver.press("<c-r>")
    driver.tenant.held[FixtureTenant.ana.id] = [.employee, .auditor, .billingAdmin, .support]
    driver.answerUser()
    driver.answerRoles()
    driver.press("d")
    #expect(driver.app.dialog?.roles == [.support])
    #expect(driver.takeReads().count == 1)
  }

  @Test("Where the cursor's row has vanished no row is current, and d says so")
  func rowVanishes() {
    let driver = AppDriver.onRoles()
    driver.press("j")
    driver.press("<c-r>")
    driver.tenant.take(Role.support.id, from: FixtureTenant.ana.id)
    driver.answerUser()
    driver.answerRoles()
    #expect(driver.app.userScreen?.currentRole == nil)
    #expect(!driver.seen.contains("▸"))
    driver.press("d")
    #expect(driver.app.dialog == nil)
    #expect(driver.shows("Not now: no role is under the cursor."))
    driver.press("j")
    #expect(driver.app.userScreen?.currentRole == .auditor)
  }

  @Test("Marks of roles that are gone go with them, and d acts on what is left")
  func marksArePruned() {
    let driver = AppDriver.onRoles()
    driver.press("<space><space>")
    #expect(driver.shows("2 marked"))
    driver.press("<c-r>")
    driver.tenant.take(Role.billingAdmin.id, from: FixtureTenant.ana.id)
    driver.answerUser()
    driver.answerRoles()
    #expect(driver.app.userScreen?.marked == [Role.support.id])
    driver.press("d")
    #expect(driver.app.dialog?.roles == [.support])
    #expect(driver.takeReads().count == 1)
  }

  @Test("A click on a row's ✕ acts on that row alone, whatever is marked")
  func clickOnTrash() throws {
    let driver = AppDriver.onRoles()
    driver.press("<space><space>")
    try driver.click("✕", inRowWith: "Employee")
    #expect(driver.app.dialog?.roles == [.employee])
    #expect(driver.takeReads().count == 1)
  }

  @Test("A double click on a row's ✕ asks, and its second half confirms nothing")
  func doubleClickOnTrash() throws {
    let driver = AppDriver.onRoles()
    let trash = try #require(driver.position(of: "✕", inRowWith: "Employee"))
    driver.mouse(.click, column: trash.column, row: trash.row)
    driver.mouse(.doubleClick, column: trash.column, row: trash.row)
    #expect(driver.app.dialog?.roles == [.employee])
    #expect(!driver.isArmed)
    #expect(driver.takeReads().count == 1)
  }

  @Test("A role that vanished meanwhile cannot be removed: nothing is sent, and it is said")
  func roleVanished() {
    let driver = AppDriver.onRoles()
    driver.press("d")
    driver.tenant.take(Role.billingAdmin.id, from: FixtureTenant.ana.id)
    driver.answerFacts()
    driver.settle()
    #expect(driver.shows("Ana Lima does not hold this role any more: there is nothing to remove."))
    driver.press("y<tab><tab><enter>")
    #expect(driver.outbox.isEmpty)
    #expect(driver.shows("The user does not hold this any more."))
  }

  @Test("Of two roles the one that vanished meanwhile is named and left alone")
  func oneOfTwoVanished() {
    let driver = AppDriver.onRoles()
    driver.press("<space><space>d")
    driver.tenant.take(Role.billingAdmin.id, from: FixtureTenant.ana.id)
    driver.answerFacts()
    #expect(driver.shows("Billing Admin is not held any more, and is left alone."))
  }

  @Test("A user who was deleted meanwhile loses nothing, and it is said")
  func userDeleted() {
    let driver = AppDriver.onRoles()
    driver.press("d")
    driver.tenant.people.removeAll { $0.id == FixtureTenant.ana.id }
    driver.answerFacts { $0.heldRoles = .unknown(driver.tenant.notFound(.listUserRoles)) }
    driver.settle()
    #expect(driver.shows("This user does not exist any more."))
    driver.press("y")
    driver.press("<tab><tab><enter>")
    #expect(driver.outbox.isEmpty)
    #expect(driver.shows("The user does not exist any more"))
  }

  @Test("Of two users with one email only the chosen one is asked about, and the other is named")
  func sameEmail() throws {
    let tenant = FixtureTenant.local.with {
      $0.held[FixtureTenant.anaAtGoogle.id] = [.billingAdmin]
    }
    let driver = AppDriver.onQuestion(tenant)
    #expect(driver.shows("auth0|63d17c50e99d3933163bdda9"))
    #expect(
      driver.shows(
        "1 more account has this email (google-oauth2|104720458215930018813, also holds Billing"
          + " Admin): not touched"))
    driver.press("y")
    let plan = try driver.takePlan()
    #expect(plan.changes == [.removeRole(.billingAdmin, from: FixtureTenant.ana)])
    driver.carryOut(plan)
    #expect(driver.tenant.roles(of: FixtureTenant.anaAtGoogle.id) == [.billingAdmin])
  }

  @Test("What an older read brings does not replace what a newer one asks for")
  func olderGeneration() throws {
    let driver = AppDriver.onRoles()
    driver.press("<c-r>")
    let first = driver.reads
    driver.press("<c-r>")
    #expect(driver.takeCancelled().count == 2)
    let older = try #require(
      first.first { if case .roles = $0.read { true } else { false } })
    driver.send(.reply(older.generation, .roles([.disguised])))
    #expect(driver.rolesInView.first == "Billing Admin")
    driver.answerUser()
    driver.answerRoles()
    driver.send(.reply(older.generation, .roles([.disguised])))
    #expect(driver.rolesInView.first == "Billing Admin")
  }

  @Test("What was read for a screen that is gone is dropped")
  func screenGone() throws {
    let driver = AppDriver.onUsers()
    driver.press("<enter>")
    let reads = driver.reads
    driver.press("<esc>")
    #expect(driver.takeCancelled().count == 2)
    driver.press("<esc><esc>j<enter>")
    for (_, generation) in reads {
      driver.send(.reply(generation, .roles([.disguised])))
    }
    #expect(driver.app.userScreen?.id == FixtureTenant.anaAtGoogle.id)
    #expect(driver.app.userScreen?.roles.value == nil)
    #expect(driver.takeReads().count == 2)
  }

  @Test("What was read for a question that was cancelled does not reach the next one")
  func questionGone() throws {
    let driver = AppDriver.onRoles()
    driver.press("d")
    let older = try #require(driver.reads.first)
    let facts = driver.tenant.facts(for: FixtureTenant.ana, removing: [.billingAdmin])
    driver.press("<esc>jd")
    driver.send(.reply(older.generation, .removalFacts(facts)))
    #expect(driver.app.dialog?.roles == [.support])
    #expect(driver.app.dialog?.findings == nil)
    #expect(driver.takeReads().count == 1)
    #expect(driver.takeCancelled().count == 1)
  }

  @Test("A question whose facts come twice keeps the first")
  func factsTwice() throws {
    let driver = AppDriver.onRoles()
    driver.press("d")
    let read = try #require(driver.reads.first)
    driver.answerFacts()
    driver.settle()
    var other = driver.tenant.facts(for: FixtureTenant.ana, removing: [.billingAdmin])
    other.heldRoles = .known([])
    driver.send(.reply(read.generation, .removalFacts(other)))
    #expect(driver.isArmed)
    #expect(driver.app.dialog?.findings?.isNothingHeld == false)
  }

  @Test("A read that brings no facts at all makes it the stricter rung, and says so")
  func noFacts() {
    let driver = AppDriver.onRoles()
    driver.press("d")
    driver.fail(with: APIError(.unauthorized, .getUser, status: 401))
    driver.settle()
    #expect(driver.shows("Not known: the user."))
    #expect(driver.app.dialog?.findings?.rung.phrase?.text == "Billing Admin")
    driver.press("y")
    #expect(driver.outbox.isEmpty)
    driver.press("<esc>")
    #expect(driver.app.dialog == nil)
  }

  @Test("On the lowest screen that shows anything, who it is about stays while the rest scrolls")
  func identityStays() {
    let driver = AppDriver.onQuestion(.production, columns: 40, rows: 12)
    for _ in 0..<4 {
      #expect(driver.shows("Billing Admin rol_NHBmr6NkzbRcHob1"))
      #expect(driver.shows("auth0|63d17c50e99d3933163bdda9"))
      #expect(driver.shows("acme-prod.eu.auth0.com"))
      driver.press("<pgdn>")
    }
    driver.press("<pgup><pgup><pgup><pgup>")
    var read: [String] = []
    for _ in 0..<20 {
      read.append(driver.seen)
      driver.press("<down>")
    }
    #expect(read.contains { $0.contains("more account") })
  }
}
