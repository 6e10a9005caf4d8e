import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("Typing into the search field")
struct SearchingTests {
  /// What is being searched for, by the reads under way.
  private func searches(_ driver: AppDriver) -> [String] {
    driver.reads.compactMap { if case .users(let search, _) = $0.read { search.text } else { nil } }
  }

  @Test("Only the wait that the last key began searches")
  func debounce() {
    let driver = AppDriver.onUsers()
    driver.press("/a")
    driver.tick(0.2)
    driver.press("n")
    driver.tick(0.2)
    driver.press("a")
    driver.tick(0.2)
    #expect(searches(driver) == [])
    driver.tick(0.05)
    #expect(searches(driver) == ["ana"])
    driver.answerUsers()
  }

  @Test("Enter searches at once and goes to the list; the wait after it does nothing")
  func enter() {
    let driver = AppDriver.onUsers()
    driver.press("/ana<enter>")
    #expect(searches(driver) == ["ana"])
    driver.answerUsers()
    driver.tick(1)
    #expect(searches(driver) == [])
    #expect(driver.usersScreen?.isFieldFocused == false)
    #expect(driver.usersScreen?.current == FixtureTenant.ana)
  }

  @Test("A search that is superseded is cancelled")
  func superseded() {
    let driver = AppDriver.onUsers()
    driver.press("/an")
    driver.tick(0.25)
    driver.press("a")
    driver.tick(0.25)
    #expect(driver.takeCancelled().count == 1)
    #expect(searches(driver) == ["ana"])
    driver.answerUsers()
  }

  @Test(
    "What does not change the text does not search",
    arguments: ["<left>", "<home>", "<space>", "x<bs>"])
  func sameText(_ keys: String) {
    let driver = AppDriver.onUsers()
    driver.press("/ana<enter>")
    driver.answerUsers()
    driver.press("/" + keys)
    driver.tick(1)
    #expect(searches(driver) == [])
  }

  @Test("The keys of the list are letters in the field")
  func letters() {
    let driver = AppDriver.onUsers()
    driver.press("/djkqs?ieGw")
    #expect(driver.usersScreen?.field.text == "djkqs?ieGw")
    #expect(driver.app.path.count == 1)
    #expect(driver.takeWaits().count == 10)
  }

  @Test("Esc empties the field and shows everybody again")
  func escape() {
    let driver = AppDriver.onUsers()
    driver.press("/ana<enter>")
    driver.answerUsers(driver.tenant.nobody)
    driver.tick(1)
    driver.press("/<esc>")
    #expect(searches(driver) == [""])
    driver.answerUsers()
    #expect(driver.usersScreen?.field.text == "")
    #expect(driver.usersScreen?.isFieldFocused == false)
  }

  @Test("Esc on the list shows everybody again where something was searched for")
  func escapeOnList() {
    let driver = AppDriver.onUsers()
    driver.press("/ana<enter>")
    driver.answerUsers()
    driver.tick(1)
    driver.press("<esc>")
    #expect(searches(driver) == [""])
    driver.answerUsers()
    driver.press("<esc>")
    #expect(driver.reads.isEmpty)
  }

  @Test("A search's users take the place of the older ones at once, not before they are there")
  func swap() {
    let driver = AppDriver.onUsers()
    driver.press("/bo<enter>")
    #expect(driver.shows("Ana Lima"))
    driver.answerUsers(
      UsersFound(page: Page(items: [FixtureTenant.long], start: 0, total: 1)))
    driver.tick(1)
    #expect(!driver.shows("Ana Lima"))
    #expect(driver.usersScreen?.current == FixtureTenant.long)
  }

  @Test("Who is named exactly comes first, and once")
  func exactFirst() {
    let driver = AppDriver.onUsers()
    driver.press("/ana@acme.example<enter>")
    driver.answerUsers(
      UsersFound(
        exact: [FixtureTenant.anaAtGoogle, FixtureTenant.ana],
        page: Page(items: [FixtureTenant.ana, FixtureTenant.long], start: 0, total: 2)))
    driver.tick(1)
    #expect(
      driver.usersScreen?.users.map(\.id)
        == [FixtureTenant.anaAtGoogle.id, FixtureTenant.ana.id, FixtureTenant.long.id])
  }

  @Test("A search that was ended leaves the list as it was, and is never mixed into it")
  func endedSearch() {
    let driver = AppDriver.onUsers(.crowd(120))
    driver.press("/ana<enter>")
    driver.press("<esc>")
    #expect(driver.takeCancelled().count == 1)
    #expect(driver.shows("Stopped reading."))
    #expect(driver.usersScreen?.users.count == 50)
    driver.press("G")
    #expect(driver.reads.isEmpty)
    driver.press("/<enter>")
    #expect(searches(driver) == ["ana"])
    driver.answerUsers(driver.tenant.nobody)
    driver.tick(1)
    #expect(driver.usersScreen?.users == [])
  }

  @Test("An order that was ended is not mixed into the list either")
  func endedOrder() {
    let driver = AppDriver.onUsers(.crowd(120))
    driver.press("s<esc>G")
    #expect(driver.takeCancelled().count == 1)
    #expect(driver.reads.isEmpty)
    driver.press("<c-r>")
    driver.answerUsers()
    #expect(driver.usersScreen?.users.count == 50)
    driver.answerUsers()
  }

  @Test("A search that the tenant refuses is explained under the field, and the list stays")
  func refused() {
    let driver = AppDriver.onUsers()
    driver.press("/name:[<enter>")
    driver.fail(
      with: APIError(.badRequest, .listUsers, status: 400, message: "Failed to parse query"))
    driver.tick(1)
    #expect(driver.shows("The tenant refused to list users: Failed to parse query."))
    #expect(driver.shows("Ana Lima"))
    driver.press("/<bs>ana<enter>")
    driver.answerUsers()
    driver.tick(1)
    #expect(!driver.shows("refused"))
  }
}
