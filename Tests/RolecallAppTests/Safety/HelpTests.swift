import Canvas
import RolecallApp
import Testing

@Suite("The help over the screen")
struct HelpTests {
  @Test(
    "Any key that does not scroll closes the help, and does nothing else",
    arguments: [
      "d", "<del>", "y", "<enter>", "<esc>", "q", "<c-c>", "<space>x", "c", "<tab>", "<c-r>", "?",
    ])
  func closes(_ keys: String) {
    let driver = AppDriver.onRoles()
    let before = driver.app
    driver.press("?")
    #expect(driver.app.helpScroll == 0)
    driver.press(keys)
    #expect(driver.app == before)
  }

  @Test("A key that closes the help takes no other in the same write along as its own")
  func burst() {
    let driver = AppDriver.onRoles()
    driver.burst("?d")
    #expect(driver.app.helpScroll == nil)
    #expect(driver.app.dialog == nil)
  }

  @Test("A paste or a click over the help reaches nothing below")
  func pasteAndClick() throws {
    let driver = AppDriver.onRoles(columns: 120, rows: 40)
    let trash = try #require(driver.position(of: "✕", inRowWith: "Auditor"))
    driver.press("?")
    let before = driver.app
    driver.paste("dy")
    #expect(driver.app == before)
    driver.mouse(.click, column: trash.column, row: trash.row)
    #expect(driver.app.helpScroll == nil)
    #expect(driver.app.dialog == nil)
  }
}
