import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("Text that is pasted")
struct PastingTests {
  static let texts = ["dy", "d\ny\n", "please delete it, yes\ndddyyy", "\u{1B}[3~y"]

  @Test("Pasted on the Roles view, a d and a y in it do nothing", arguments: texts)
  func onRoles(_ text: String) {
    let driver = AppDriver.onRoles()
    let before = driver.app
    driver.paste(text)
    #expect(driver.app == before)
  }

  @Test("Pasted on the list of users outside the field, it does nothing", arguments: texts)
  func onUsers(_ text: String) {
    let driver = AppDriver.onUsers()
    let before = driver.app
    driver.paste(text)
    #expect(driver.app == before)
  }

  @Test("Pasted into the search field, it goes into the field and nowhere else")
  func inField() {
    let driver = AppDriver.onUsers()
    driver.press("/")
    driver.paste("d\ny")
    #expect(driver.usersScreen?.field.text == "d y")
    #expect(driver.app.path.count == 1)
    #expect(driver.takeWaits().count == 1)
  }

  @Test("Pasted into the question, it confirms nothing", arguments: texts, [true, false])
  func inQuestion(_ text: String, isArmed: Bool) {
    let driver = AppDriver.onQuestion(isArmed: isArmed)
    driver.paste(text)
    #expect(driver.outbox.isEmpty)
    #expect(driver.app.dialog?.focus == .cancel)
    #expect(driver.app.dialog?.reason.text == "")
  }

  @Test("What stands for consent cannot be pasted: the phrase is typed by hand")
  func intoPhrase() {
    let tenant = FixtureTenant.local.with { $0.holders[Role.billingAdmin.id] = 1 }
    let driver = AppDriver.onQuestion(tenant)
    driver.press("<tab>")
    #expect(driver.app.dialog?.focus == .phrase)
    driver.paste("Billing Admin")
    #expect(driver.app.dialog?.phrase.text == "")
    driver.press("<enter><enter><enter>")
    #expect(driver.outbox.isEmpty)
    #expect(driver.app.dialog != nil)
  }

  @Test("A reason may be pasted, and then goes with the plan")
  func intoReason() throws {
    let driver = AppDriver.onQuestion()
    driver.press("<tab>")
    driver.paste("SEC-418\ny")
    #expect(driver.app.dialog?.reason.text == "SEC-418 y")
    driver.press("<tab><enter>")
    let plan = try driver.takePlan()
    #expect(plan.reason == "SEC-418 y")
  }
}
