import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("Users, roles, APIs")
struct SectionsTests {
  @Test("Going to another section and back fetches nothing again, and the cursor is where it was")
  func back() {
    let driver = AppDriver.onUsers()
    driver.press("jjj2")
    driver.answerTenantRoles()
    driver.answerReaches()
    driver.press("j3")
    driver.answerAPIs()
    driver.press("2")
    #expect(driver.app.rolesScreen?.current == .billingAdmin)
    driver.press("1")
    #expect(driver.app.usersScreen?.current == driver.tenant.people[3])
    #expect(driver.reads.isEmpty)
  }

  @Test("What is left in the middle of reading is ended, and read when one comes back")
  func ended() {
    let driver = AppDriver.onUsers()
    driver.press("2")
    driver.press("3")
    #expect(driver.takeCancelled() == [.tenantRoles])
    driver.answerAPIs()
    driver.press("2")
    driver.answerTenantRoles()
    driver.answerReaches()
    #expect(driver.app.rolesScreen?.shown.count == driver.tenant.tenantRoles.count)
  }

  @Test("A filter takes letters; no key acts while it does", arguments: ["d", "q", "1", "?", " "])
  func letters(_ key: String) {
    let driver = AppDriver.onTenantRoles()
    driver.press("/")
    driver.press(key == " " ? "<space>" : key)
    #expect(driver.app.dialog == nil && !driver.app.isFinished && driver.app.helpScroll == nil)
    #expect(driver.app.rolesScreen != nil)
  }

  @Test("Esc empties the filter; the list is whole again")
  func widen() {
    let driver = AppDriver.onTenantRoles()
    driver.press("/au<esc>")
    #expect(driver.shows("6 roles"))
    #expect(driver.app.context == .roles)
  }

  @Test("Roles are asked about only while they are in view, four at a time")
  func figures() {
    let driver = AppDriver.onUsers()
    driver.press("2")
    driver.answerTenantRoles()
    #expect(driver.reads.count == 4)
    driver.answerReaches()
    #expect(driver.reads.isEmpty)
  }

  @Test("A pasted text never acts as keys, in a list as little as elsewhere")
  func paste() {
    let driver = AppDriver.onRole()
    driver.paste("dy1q")
    #expect(driver.app.dialog == nil && !driver.app.isFinished && driver.app.roleScreen != nil)
  }

  @Test("An API says what its RBAC means; Auth0's own cannot be changed")
  func apis() {
    let driver = AppDriver.onAPIs(.local.with { $0.apis.append(FixtureTenant.management) })
    #expect(driver.shows("is Auth0's own: it cannot be changed"))
    driver.press("jjj")
    #expect(driver.shows("RBAC is off: roles do nothing for the scopes of this API"))
  }
}
