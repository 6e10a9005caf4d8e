import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("Reading the list of users")
struct ReadingUsersTests {
  /// The pages that are asked for.
  private func pages(_ driver: AppDriver) -> [Int] {
    driver.reads.compactMap { if case .users(_, let query) = $0.read { query.page } else { nil } }
  }

  @Test("Nothing is read before the tenant is there, and then the first page")
  func opening() {
    let driver = AppDriver(isOpen: false)
    #expect(driver.reads.isEmpty)
    driver.send(.opened(driver.tenant.session))
    #expect(pages(driver) == [0])
    driver.answerUsers()
    #expect(driver.usersScreen?.current == FixtureTenant.ana)
  }

  @Test("More pages are read as one scrolls, each once, and no user twice")
  func paging() {
    let driver = AppDriver.onUsers(.crowd(120))
    #expect(pages(driver) == [])
    driver.press("G")
    #expect(pages(driver) == [1])
    driver.press("Gkj")
    #expect(pages(driver) == [1])
    var found = driver.tenant.find(.everybody, UserQuery(page: 1, perPage: 50))
    found.page.items[0] = driver.tenant.people[49]
    driver.answerUsers(found)
    #expect(driver.usersScreen?.users.count == 99)
    #expect(driver.usersScreen?.current?.name == "User 49")
    driver.press("G")
    driver.answerUsers()
    driver.press("G")
    #expect(pages(driver) == [])
    #expect(driver.usersScreen?.users.count == 119)
  }

  @Test("The wheel reads on as keys do")
  func wheel() {
    let driver = AppDriver.onUsers(.crowd(120))
    for _ in 0..<12 { driver.mouse(.wheelDown, column: 5, row: 10) }
    #expect(pages(driver) == [1])
    driver.answerUsers()
  }

  @Test("At the wall of 1,000 no page is asked for any more, and it is said")
  func wall() {
    let driver = AppDriver.onUsers(.crowd(1_100, saying: 48_210))
    for page in 1..<20 {
      driver.press("G")
      #expect(pages(driver) == [page])
      driver.answerUsers()
    }
    driver.press("GG")
    #expect(pages(driver) == [])
    #expect(driver.usersScreen?.isAtWall == true)
    #expect(driver.shows("1,000 of 48,210 · first 1,000 reachable"))
  }

  @Test("A refresh of several pages keeps rows and cursor, and swaps once all of it is there")
  func refresh() {
    let driver = AppDriver.onUsers(.crowd(130))
    driver.press("G")
    driver.answerUsers()
    driver.press("G")
    driver.answerUsers()
    driver.press("Gkk")
    let current = driver.usersScreen?.current
    driver.tenant.people.remove(at: 3)
    driver.press("<c-r>")
    for page in 0..<3 {
      #expect(pages(driver) == [page])
      #expect(driver.usersScreen?.users.count == 130)
      driver.answerUsers()
    }
    #expect(driver.usersScreen?.users.count == 129)
    #expect(driver.usersScreen?.current == current)
    #expect(current?.name == "User 127")
  }

  @Test("A refresh whose later page fails leaves all rows as they were")
  func refreshFails() {
    let driver = AppDriver.onUsers(.crowd(100))
    driver.press("G")
    driver.answerUsers()
    driver.tenant.people.removeFirst(10)
    driver.press("<c-r>")
    driver.answerUsers()
    driver.fail(with: APIError(.timedOut, .listUsers))
    #expect(driver.usersScreen?.users.count == 100)
    #expect(driver.shows("did not answer in time"))
  }

  @Test("After a failure the list stays, pale, and is not read on until it is asked for")
  func failure() throws {
    let driver = AppDriver.onUsers(.crowd(120))
    driver.press("G")
    driver.fail(with: APIError(.unreachable, .listUsers, detail: "no such host"))
    #expect(driver.shows("127.0.0.1:4400 cannot be reached: no such host."))
    let place = try #require(driver.position(of: "User 45"))
    #expect(driver.frame[place.column, place.row].style.attributes.contains(.dim))
    driver.press("Gkj")
    #expect(pages(driver) == [])
    driver.press("<c-r>")
    driver.answerUsers()
    #expect(!driver.shows("cannot be reached"))
    driver.answerUsers()
  }

  @Test("A spent rate limit counts down and then reads again by itself")
  func rateLimit() {
    let driver = AppDriver.onUsers()
    driver.press("<c-r>")
    driver.fail(with: FixtureTenant.rateLimited(.listUsers, seconds: 3))
    #expect(driver.shows("Trying again in 3 s"))
    driver.tick(1)
    #expect(driver.shows("Trying again in 2 s"))
    driver.tick(1.5)
    #expect(driver.reads.isEmpty)
    driver.tick(0.5)
    driver.answerUsers()
    #expect(!driver.shows("rate limit"))
    driver.tick(60)
    #expect(driver.reads.isEmpty)
  }

  @Test("Esc ends the countdown, and nothing is read again by itself")
  func rateLimitEnded() {
    let driver = AppDriver.onUsers()
    driver.press("<c-r>")
    driver.fail(with: FixtureTenant.rateLimited(.listUsers, seconds: 3))
    driver.press("<esc>")
    driver.tick(10)
    #expect(driver.reads.isEmpty)
  }

  @Test("Esc ends any read, and what is shown stays")
  func escape() {
    let driver = AppDriver.onUsers()
    driver.press("<c-r><esc>")
    #expect(driver.takeCancelled().count == 1)
    #expect(driver.usersScreen?.isLoading == false)
    #expect(driver.shows("Ana Lima"))
    #expect(driver.shows("Stopped reading."))
    driver.tick(7)
    #expect(!driver.shows("Stopped reading."))
  }

  @Test("Sorting goes through the orders in a circle, and asks the tenant for each")
  func sorting() {
    let driver = AppDriver.onUsers()
    var asked: [String?] = []
    for _ in 0..<5 {
      driver.press("s")
      if case .users(_, let query) = driver.reads.first?.read {
        asked.append(query.sort?.parameter)
      }
      driver.answerUsers()
    }
    #expect(asked == ["name:1", "email:1", "logins_count:-1", "last_login:-1", nil])
  }

  @Test("Going back from a user reads nothing, and the cursor is where it was")
  func back() {
    let driver = AppDriver.onUsers()
    driver.press("jj<enter>")
    driver.answerUser()
    driver.answerRoles()
    driver.press("<esc>")
    #expect(driver.reads.isEmpty)
    #expect(driver.usersScreen?.current?.id == UserID("auth0|1003"))
  }

  @Test("Where a user was opened by id the list is read on the way back, once")
  func openedByID() {
    let driver = AppDriver.onRoles()
    #expect(driver.app.path.count == 2)
    driver.press("<esc>")
    #expect(pages(driver) == [0])
    driver.answerUsers()
    driver.press("<enter>")
    driver.answerUser()
    driver.answerRoles()
    driver.press("<esc>")
    #expect(driver.reads.isEmpty)
  }

  @Test(
    "Movement keys move the cursor",
    arguments: [
      ("j", 1), ("<down><down>", 2), ("jjk", 1), ("k", 0), ("G", 14), ("Gg", 0), ("<end>", 14),
      ("G<home>", 0), ("<pgdn>", 14), ("<c-f><c-b>", 0), ("<pgdn><pgup>", 0),
    ])
  func movement(_ keys: String, _ index: Int) {
    let driver = AppDriver.onUsers()
    driver.press(keys)
    #expect(driver.usersScreen?.current == driver.tenant.people[index])
  }

  @Test("A click puts the cursor on a row, a double click opens the user")
  func mouse() throws {
    let driver = AppDriver.onUsers()
    try driver.click("Ana‹202E›amiL")
    #expect(driver.usersScreen?.current?.id == UserID("auth0|1009"))
    try driver.click("安娜 王", .doubleClick)
    #expect(driver.app.userScreen?.id == UserID("auth0|1003"))
    #expect(driver.takeReads().count == 2)
  }

  @Test("A click into the field focuses it, a click on a hint does what the hint says")
  func clicks() throws {
    let driver = AppDriver.onUsers()
    try driver.click("name, email, user id")
    #expect(driver.usersScreen?.isFieldFocused == true)
    driver.press("<tab>")
    try driver.click("⏎ open")
    #expect(driver.app.userScreen?.id == FixtureTenant.ana.id)
    #expect(driver.takeReads().count == 2)
  }

  @Test("Clicks between and below the rows do nothing", arguments: [0, 1, 5, 22])
  func emptyClicks(_ row: Int) {
    let driver = AppDriver.onUsers()
    let before = driver.app
    driver.mouse(.click, column: 40, row: row)
    driver.mouse(.doubleClick, column: 40, row: row)
    #expect(driver.app == before)
  }
}
