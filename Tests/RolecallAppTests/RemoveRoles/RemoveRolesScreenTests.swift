import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("Roles to take from users")
struct RemoveRolesScreenTests {
  private static let people = FixtureTenant.everybody
  private static let tenant = FixtureTenant.local.withThreeHolders

  @Test(
    "The trash key on users asks what just those hold: the marked, or the one under the cursor",
    arguments: [
      ("d", [0]), ("jd", [1]), ("<del>", [0]), ("<space><space><space>d", [0, 1, 2]),
      ("jj<space>ggd", [2]), ("Ad", Array(0..<15)),
    ] as [(String, [Int])])
  func chosen(_ keys: String, _ places: [Int]) {
    let driver = AppDriver.onUsers(Self.tenant)
    driver.press(keys)
    #expect(
      driver.reads.map(\.read)
        == [.holdings(.chosen(places.map { Self.people[$0] }), withPermissions: false)])
    _ = driver.takeReads()
  }

  @Test("D asks what everybody holds whom the search finds, whoever is marked")
  func everybodyFound() {
    let driver = AppDriver.onUsers(Self.tenant)
    driver.press("<space>/ana<enter>")
    driver.answerUsers()
    driver.press("D")
    #expect(
      driver.reads.map(\.read)
        == [.holdings(.found(UserSearch("ana")), withPermissions: false)])
    #expect(driver.shows("whoever fits ana › Remove Roles"))
    _ = (driver.takeReads(), driver.takeWaits())
  }

  @Test("D waits for the search that was typed, and for somebody to be found")
  func unsettled() {
    let driver = AppDriver.onUsers(Self.tenant)
    driver.press("/ana<enter>D")
    #expect(driver.shows("Not now: the search has not been answered yet."))
    driver.answerUsers(driver.tenant.nobody)
    driver.press("D")
    #expect(driver.shows("Not now: the search finds nobody."))
    #expect(driver.app.removeRolesScreen == nil)
    _ = driver.takeWaits()
  }

  @Test("Each role that any of them holds is there, with how many do, those of most first")
  func choices() {
    let driver = AppDriver.onRemoveRoles()
    #expect(
      driver.app.removeRolesScreen?.shown.map(\.role)
        == [.support, .auditor, .billingAdmin, .employee])
    #expect(driver.app.removeRolesScreen?.shown.map(\.holders.count) == [3, 2, 1, 1])
    #expect(driver.shows("3 of 3"))
    #expect(driver.shows("3 users: Ana Lima, "))
  }

  @Test("How far the reading has come is said, and nothing can be chosen before its end")
  func progress() {
    let driver = AppDriver.onUsers(Self.tenant)
    driver.press("D")
    #expect(driver.shows("searching…"))
    driver.sendHoldings(HoldingsPart(holdings: [], found: 9, isSearching: true))
    #expect(driver.shows("searching: 9 users found so far"))
    driver.sendHoldings(
      HoldingsPart(
        holdings: [driver.tenant.holding(of: Self.people[0], withPermissions: false)], found: 15))
    #expect(driver.shows("reading… 1 of 15 users"))
    for key in ["d", "<enter>"] {
      driver.press(key)
      #expect(driver.shows("Not now: not everybody has been read yet."))
    }
    driver.press("<esc>")
    #expect(driver.takeCancelled().count == 1)
    driver.press("d")
    #expect(driver.app.dialog == nil && driver.app.planDialog == nil)
    #expect(driver.shows("Not everybody has been read."))
    driver.press("<c-r>")
    driver.answerHoldings()
    #expect(driver.shows("4 roles"))
  }

  @Test("One role is taken from just those who hold it, and from nobody else")
  func holders() throws {
    let driver = AppDriver.onRemoveRoles()
    driver.press("jd")
    let plan = try #require(driver.app.planDialog?.plan)
    #expect(plan.changes == [0, 2].map { .removeRole(.auditor, from: Self.people[$0]) })
    #expect(plan.before == [.held(true), .held(true)])
    driver.answerFindings()
    driver.settle()
    #expect(driver.shows("Remove a role from 2 users"))
    driver.confirm()
    #expect(try driver.takePlan().changes == plan.changes)
    // The choice is left, so that nothing of it is shown that is so no longer.
    driver.end(plan)
    driver.press("<esc>")
    #expect(driver.usersScreen != nil)
  }

  @Test("Several marked roles are one plan, each from those who hold it")
  func severalRoles() throws {
    let driver = AppDriver.onRemoveRoles()
    driver.press("<space><space>d")
    let plan = try #require(driver.app.planDialog?.plan)
    #expect(plan.changes.count == 5)
    #expect(plan.roles(from: Self.people[1].id) == [.support])
    driver.press("<esc>")
    #expect(driver.takeCancelled().count == 1)
    // Whoever cancels has the choice back as it was.
    #expect(driver.app.removeRolesScreen?.marks.count == 2)
  }

  @Test("Where one user alone holds it the question is the one of ever")
  func oneHolder() throws {
    let driver = AppDriver.onRemoveRoles()
    driver.press("/billing<enter>d")
    #expect(driver.app.dialog?.plan.changes == [.removeRole(.billingAdmin, from: Self.people[0])])
    driver.answerFacts()
    driver.settle()
    driver.press("y")
    let plan = try driver.takePlan()
    driver.carryOut(plan)
    #expect(driver.notice?.hasPrefix("Removed Billing Admin from Ana Lima") == true)
    #expect(driver.usersScreen != nil)
  }

  @Test("Marks of roles that the filter hides are not acted on")
  func hiddenRoles() {
    let driver = AppDriver.onRemoveRoles()
    driver.press("<space>/audit<enter>")
    #expect(driver.shows("1 marked · 1 hidden"))
    driver.press("d")
    #expect(driver.shows("Not now: the filter hides every role that is marked."))
    driver.press("U<enter>")
    #expect(driver.app.planDialog?.summary.roles == [.auditor])
    driver.press("<esc>")
    _ = driver.takeCancelled()
  }

  @Test("Users who are gone, and those who cannot be read, are left out and told of")
  func leftOut() {
    let driver = AppDriver.onUsers(Self.tenant)
    driver.press("<space><space><space>d")
    driver.answer("what users hold") { read in
      guard case .holdings(.chosen(let users), _) = read else { return nil }
      return .holdings(
        HoldingsPart(
          holdings: [
            driver.tenant.holding(of: users[0], withPermissions: false),
            Holding(user: users[1], roles: .unknown(driver.tenant.notFound(.listUserRoles))),
            Holding(
              user: users[2], roles: .unknown(APIError(.serverError, .listUserRoles, status: 500))),
          ], found: 3, isLast: true))
    }
    #expect(driver.shows("! 1 user exists no more, 1 user could not be read: left out"))
    #expect(driver.app.removeRolesScreen?.holdings.known == [Self.people[0]])
    driver.press("d")
    #expect(driver.app.dialog?.user.id == Self.people[0].id)
    driver.press("<esc>")
    _ = driver.takeCancelled()
  }

  @Test("What cannot be read is said, and read again by ^R")
  func failure() {
    let driver = AppDriver.onUsers(Self.tenant)
    driver.press("d")
    driver.fail(with: FixtureTenant.forbidden(.listUserRoles, "read:roles"))
    #expect(driver.shows("read:roles"))
    driver.press("d")
    #expect(driver.shows("Not now: not everybody has been read yet."))
    driver.press("<c-r>")
    driver.answerHoldings()
    #expect(driver.app.removeRolesScreen?.shown.count == 4)
  }
}
