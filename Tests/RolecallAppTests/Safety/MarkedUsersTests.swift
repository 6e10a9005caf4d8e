import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("Users that are marked, and what must not happen to them")
struct MarkedUsersTests {
  private static let people = FixtureTenant.everybody
  private static let tenant = FixtureTenant.local.withThreeHolders

  @Test(
    "No burst of keys on marked users confirms anything, whatever has been read by then",
    arguments: ["dd", "dy", "ddy", "dd<enter>y", "DDy", "a<enter><enter>y"])
  func burst(_ keys: String) {
    let driver = AppDriver.onUsers(Self.tenant)
    driver.press("<space><space><space>")
    driver.burst(keys)
    #expect(driver.app.dialog == nil && driver.app.planDialog == nil)
    #expect(driver.outbox.isEmpty)
    // What is read afterwards does not make up for what was not there when the keys came.
    if keys.hasPrefix("a") { driver.answerChoice() } else { driver.answerHoldings() }
    #expect(driver.app.dialog == nil && driver.app.planDialog == nil)
    #expect(driver.outbox.isEmpty)
  }

  @Test("The key that opens the question confirms it neither twice nor with a y behind it")
  func doubleKey() {
    for keys in ["dd", "dy", "d3<tab>reason<tab><enter>", "<enter><enter>"] {
      let driver = AppDriver.onRemoveRoles()
      driver.burst(keys)
      #expect(driver.app.planDialog?.summary.users == 3)
      driver.answerFindings()
      driver.settle()
      #expect(driver.outbox.isEmpty)
      #expect(driver.app.planDialog?.phrase.text == "")
      driver.press("<esc>")
    }
  }

  @Test("A paste on the list, on the choice and on the search for users acts nowhere")
  func paste() {
    let texts = ["dy", "A\nd\n3\ny", "aaa\n\n"]
    for driver in [
      AppDriver.onUsers(Self.tenant), .onRemoveRoles(), .onAddUsers(),
    ] {
      for text in texts {
        driver.paste(text)
        #expect(driver.app.dialog == nil && driver.app.planDialog == nil)
        #expect(driver.outbox.isEmpty)
        #expect(driver.markedUsers.count == 0)
      }
      #expect(driver.app.removeRolesScreen?.marks.isEmpty ?? true)
      #expect(driver.app.addUsersScreen?.list.marks.isEmpty ?? true)
      _ = driver.takeWaits()
    }
  }

  @Test("The trash key acts on the marks, wherever the cursor is, and never on the row under it")
  func wrongRow() {
    let driver = AppDriver.onUsers(Self.tenant)
    driver.press("j<space><space>gg")
    #expect(driver.usersScreen?.current == Self.people[0])
    driver.press("d")
    driver.answerHoldings()
    #expect(driver.app.removeRolesScreen?.holdings.known == [Self.people[1], Self.people[2]])
    driver.press("d")
    #expect(driver.app.planDialog?.plan.users == [Self.people[1], Self.people[2]])
    driver.press("<esc>")
    _ = driver.takeCancelled()
  }

  @Test("Rows that move between the key and the question change nothing of whom it is about")
  func movingRows() throws {
    let driver = AppDriver.onUsers(Self.tenant)
    driver.press("<space><space><space><c-r>d")
    driver.tenant.people.reverse()
    driver.answerUsers()
    driver.answerHoldings()
    driver.press("d")
    let plan = try #require(driver.app.planDialog?.plan)
    #expect(plan.users == Array(Self.people.prefix(3)))
    driver.tenant.held = [:]
    driver.answerFindings { _ in }
    driver.press("<esc>")
  }

  @Test("Roles that move or come between the key and the question change nothing of it")
  func movingRoles() throws {
    let driver = AppDriver.onRemoveRoles()
    driver.press("d")
    let plan = try #require(driver.app.planDialog?.plan)
    driver.tenant.held[Self.people[5].id] = [.support]
    driver.answerFindings()
    driver.settle()
    driver.confirm()
    #expect(try driver.takePlan().changes == plan.changes)
  }

  @Test("A mark that a search hides is neither removed from nor assigned to")
  func hiddenMark() throws {
    let driver = AppDriver.onUsers(Self.tenant)
    driver.press("<space><space><space>/x<enter>")
    driver.answerUsers(
      UsersFound(page: Page(items: [Self.people[1], Self.people[2]], start: 0, total: 2)))
    #expect(driver.shows("3 marked · 1 hidden"))
    driver.press("d")
    driver.answerHoldings()
    driver.press("d")
    #expect(driver.app.planDialog?.plan.users == [Self.people[1], Self.people[2]])
    driver.press("<esc><esc>a")
    _ = driver.takeCancelled()
    driver.answerChoice()
    driver.press("emp<enter>")
    #expect(driver.app.planDialog?.plan.users == [Self.people[1], Self.people[2]])
    driver.press("<esc>")
    _ = (driver.takeReads(), driver.takeCancelled(), driver.takeWaits())
  }

  @Test("While a run is under way nothing else is asked about users")
  func running() throws {
    let driver = AppDriver.onRemoveRoles()
    driver.press("d")
    driver.answerFindings()
    driver.settle()
    driver.confirm()
    let plan = try driver.takePlan()
    driver.press("<esc>")
    for key in ["d", "D", "a"] {
      driver.press(key)
      #expect(driver.shows("Not now: a run is still under way."))
    }
    driver.end(plan)
  }
}
