import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("A user's screen")
struct UserScreenTests {
  @Test("It opens on Roles and reads the user and the roles, and no more")
  func opening() {
    let driver = AppDriver.onUsers()
    driver.press("<enter>")
    #expect(
      driver.takeReads().map(\.read)
        == [.user(FixtureTenant.ana.id), .roles(FixtureTenant.ana.id)])
    #expect(driver.app.userScreen?.view == .roles)
  }

  @Test("Nothing is said of a user of whom nothing has been read")
  func unread() {
    let driver = AppDriver(user: FixtureTenant.ana.id)
    #expect(!driver.shows("never signed in"))
    _ = driver.takeReads()
  }

  @Test("Permissions are read when they are first looked at, and once")
  func lazily() {
    let driver = AppDriver.onRoles()
    driver.press("<right>")
    driver.answerPermissions()
    driver.press("<right><right>")
    driver.answerLog(FixtureTenant.logPage(0, of: 3))
    driver.press("<right>")
    driver.answerDevices()
    driver.press("<right><right><right><right>")
    #expect(driver.app.userScreen?.view == .permissions)
    #expect(driver.reads.isEmpty)
  }

  @Test("Views follow each other in a circle, either way")
  func views() {
    let driver = AppDriver.onRoles()
    driver.press("l")
    driver.answerPermissions()
    #expect(driver.app.userScreen?.view == .permissions)
    driver.press("<tab>")
    #expect(driver.app.userScreen?.view == .organizations)
    driver.press("<tab>")
    driver.answerLog(FixtureTenant.logPage(0, of: 3))
    #expect(driver.app.userScreen?.view == .history)
    driver.press("<tab>")
    driver.answerDevices()
    #expect(driver.app.userScreen?.view == .devices)
    driver.press("<tab>")
    #expect(driver.app.userScreen?.view == .rawJSON)
    driver.press("<right>")
    #expect(driver.app.userScreen?.view == .details)
    driver.press("<s-tab>h<left><left><left><left>")
    #expect(driver.app.userScreen?.view == .roles)
  }

  @Test("A click on the name of a view opens it")
  func clickOnTab() throws {
    let driver = AppDriver.onRoles()
    try driver.click("Raw JSON")
    #expect(driver.app.userScreen?.view == .rawJSON)
    try driver.click("Details")
    #expect(driver.app.userScreen?.view == .details)
  }

  @Test("A refresh reads what has been read, and no more", arguments: [false, true])
  func refresh(withPermissions: Bool) {
    let driver = AppDriver.onRoles()
    if withPermissions {
      driver.press("<right>")
      driver.answerPermissions()
    }
    driver.press("<c-r>")
    #expect(driver.takeReads().count == (withPermissions ? 3 : 2))
  }

  @Test("Esc first ends what is being read, then goes back")
  func escape() {
    let driver = AppDriver.onUsers()
    driver.press("<enter><esc>")
    #expect(driver.takeCancelled().count == 2)
    #expect(driver.app.userScreen != nil)
    driver.press("<esc>")
    #expect(driver.app.userScreen != nil, "it puts the notice away")
    driver.press("<esc>")
    #expect(driver.usersScreen != nil)
  }

  @Test("A read that fails says which scope is missing, and d says why it does nothing")
  func forbidden() {
    let driver = AppDriver(user: FixtureTenant.ana.id)
    driver.answerUser()
    driver.fail(with: FixtureTenant.forbidden(.listUserRoles, "read:users", "read:roles"))
    #expect(
      driver.shows("The token may not read the user's roles: it needs read:users or read:roles."))
    driver.press("d")
    #expect(driver.shows("Not now: the roles have not been read yet."))
  }

  @Test("Roles that failed to be read again stay, pale, and may still be asked about")
  func staleRoles() throws {
    let driver = AppDriver.onRoles()
    driver.press("<c-r>")
    driver.answerUser()
    driver.fail(with: APIError(.serverError, .listUserRoles, status: 500))
    let place = try #require(driver.position(of: "Auditor"))
    #expect(driver.frame[place.column, place.row].style.attributes.contains(.dim))
    driver.press("d")
    #expect(driver.app.dialog?.roles == [.billingAdmin])
    #expect(driver.takeReads().count == 1)
  }

  @Test("A spent rate limit counts down and then reads just that again")
  func rateLimit() {
    let driver = AppDriver(user: FixtureTenant.ana.id)
    driver.answerUser()
    driver.fail(with: FixtureTenant.rateLimited(.listUserRoles, seconds: 2))
    #expect(driver.shows("Trying again in 2 s"))
    driver.tick(2)
    #expect(driver.reads.map(\.read) == [.roles(FixtureTenant.ana.id)])
    driver.answerRoles()
    #expect(driver.rolesInView.count == 4)
  }

  @Test("Space marks and goes on; twice takes the mark away")
  func marking() {
    let driver = AppDriver.onRoles()
    driver.press("<space><space>")
    #expect(driver.app.userScreen?.marked == [Role.billingAdmin.id, Role.support.id])
    #expect(driver.app.userScreen?.currentRole == .auditor)
    driver.press("k<space>")
    #expect(driver.app.userScreen?.marked == [Role.billingAdmin.id])
    driver.press("d")
    #expect(driver.app.dialog?.roles == [.billingAdmin])
    #expect(driver.takeReads().count == 1)
  }

  @Test("A click on a role moves the cursor and asks nothing")
  func clickOnRole() throws {
    let driver = AppDriver.onRoles()
    try driver.click("Auditor")
    #expect(driver.app.userScreen?.currentRole == .auditor)
    #expect(driver.app.dialog == nil)
  }

  @Test(
    "d means trash on the Roles view and nothing on the others",
    arguments: ["<left>", "<left><left>"])
  func elsewhere(_ keys: String) {
    let driver = AppDriver.onRoles()
    driver.press(keys)
    let before = driver.app
    driver.press("d<del>")
    #expect(driver.app == before)
  }

  @Test("Details and Raw JSON stay in view when the terminal grows or the document shrinks")
  func scrolling() {
    let driver = AppDriver.onRoles(columns: 40, rows: 12)
    driver.press("<left><left>G")
    #expect(driver.shows("}"))
    #expect(!driver.shows("\"user_id\""))
    driver.resize(columns: 80, rows: 40)
    #expect(driver.shows("\"user_id\""))
    driver.press("<right>")
    #expect(driver.shows("User id"))
  }

  @Test("Details wrap where the room is short: no id is cut")
  func wrapping() {
    let driver = AppDriver.onRoles(columns: 40, rows: 24)
    driver.press("<left>")
    let letters = driver.seen.filter { !$0.isWhitespace }
    #expect(letters.contains("Useridauth0|63d17c50e99d3933163bdda9"))
  }
}
