import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("Users that are marked")
struct MarkingUsersTests {
  private static func ids(_ places: [Int]) -> Set<UserID> {
    Set(places.map { FixtureTenant.everybody[$0].id })
  }

  @Test(
    "Space marks and goes on, V marks a range, A all that are shown, I the others, U none",
    arguments: [
      ("<space><space>", [0, 1]), ("<space>k<space>", []), ("j<space>jjV", [1, 2, 3, 4]),
      ("jjj<space>ggV", [0, 1, 2, 3]), ("<space>GVU", []), ("AI", []),
      ("<space><space>I", Array(2..<15)), ("A", Array(0..<15)), ("V", []),
    ] as [(String, [Int])])
  func keys(_ keys: String, _ marked: [Int]) {
    let driver = AppDriver.onUsers()
    driver.press(keys)
    #expect(driver.markedUsers == Self.ids(marked))
  }

  @Test("A range without a mark to go on from says so")
  func rangeFromNowhere() {
    let driver = AppDriver.onUsers()
    driver.press("jV")
    #expect(driver.shows("Not now: no row was marked from which to go on."))
  }

  @Test("Marks that a search hides are counted, kept, and not acted on")
  func hidden() {
    let driver = AppDriver.onUsers()
    driver.press("<space><space>")
    #expect(driver.shows("2 marked"))
    driver.press("/wang<enter>")
    driver.answerUsers(
      UsersFound(page: Page(items: [FixtureTenant.everybody[2]], start: 0, total: 1)))
    #expect(driver.shows("2 marked · 2 hidden"))
    #expect(driver.usersScreen?.chosen == [])
    for key in ["d", "a"] {
      driver.press(key)
      #expect(driver.shows("Not now: what is shown hides everybody who is marked."))
    }
    driver.tick(7)
    driver.press("<space>")
    #expect(driver.shows("3 marked · 2 hidden"))
    #expect(driver.usersScreen?.chosen == [FixtureTenant.everybody[2]])
    driver.press("<esc>")
    driver.answerUsers()
    #expect(driver.markedUsers == Self.ids([0, 1, 2]))
    #expect(driver.shows("3 marked"))
    #expect(!driver.shows("hidden"))
  }

  @Test("Rows that a refresh moves take their marks along, and the marks of others stay away")
  func rowsMove() {
    let driver = AppDriver.onUsers()
    driver.press("j<space>")
    driver.tenant.people.swapAt(1, 4)
    driver.press("<c-r>")
    driver.answerUsers()
    #expect(driver.markedUsers == Self.ids([1]))
    #expect(driver.usersScreen?.chosen.map(\.id) == [FixtureTenant.everybody[1].id])
  }

  @Test("The same keys mark the members of a role")
  func members() {
    let driver = AppDriver.onRole()
    driver.press("j<space>jjV")
    #expect(driver.app.roleScreen?.marked == Self.ids([1, 2, 3, 4]))
    driver.press("/wang<enter>")
    #expect(driver.shows("4 marked · 3 hidden"))
    driver.press("V")
    // The range goes on from the row of the last one, which the filter hides.
    #expect(driver.shows("Not now: the row that was marked last is not shown."))
    #expect(driver.app.roleScreen?.marked == Self.ids([1, 2, 3, 4]))
  }

  @Test("Typed into the search, the keys that mark are letters")
  func typed() {
    let driver = AppDriver.onUsers()
    driver.press("/A V<space>IU")
    #expect(driver.markedUsers == [])
    #expect(driver.usersScreen?.field.text == "A V IU")
    _ = driver.takeWaits()
  }
}
