import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("A user's history")
struct UserHistoryTests {
  @Test("It is read when its view is opened, and not before; going back to it reads nothing")
  func lazily() {
    let driver = AppDriver.onOrganizations()
    #expect(driver.reads.isEmpty)
    driver.press("<right>")
    #expect(driver.reads.map(\.read) == [.userLogs(FixtureTenant.ana.id, page: 0)])
    driver.answerLog(FixtureTenant.logPage(0, of: 30))
    driver.press("<left><right>")
    #expect(driver.reads.isEmpty)
    driver.press("<c-r>")
    driver.answerUser()
    driver.answerRoles()
    driver.answerPermissions()
    #expect(driver.reads.map(\.read) == [.userLogs(FixtureTenant.ana.id, page: 0)])
    driver.answerLog(FixtureTenant.logPage(0, of: 31))
    #expect(driver.app.userScreen?.history.list.value?.count == 31)
  }

  @Test("Older entries come in as one scrolls, up to the first thousand, which is said")
  func wall() {
    let driver = AppDriver.onHistory(FixtureTenant.logPage(0, of: 1_204))
    #expect(driver.shows("100 of 1,204 read; older ones come in as one scrolls"))
    for page in 1..<10 {
      driver.press("G")
      #expect(driver.reads.map(\.read) == [.userLogs(FixtureTenant.ana.id, page: page)])
      driver.answerLog(FixtureTenant.logPage(page, of: 1_204))
    }
    driver.press("G")
    #expect(driver.reads.isEmpty)
    #expect(driver.app.userScreen?.history.list.value?.count == 1_000)
    #expect(driver.shows("The first 1,000 of 1,204: the API gives no older ones here"))
  }

  @Test("An entry that moved on to the next page is shown once, and the cursor keeps its row")
  func moved() {
    let driver = AppDriver.onHistory(FixtureTenant.logPage(0, of: 150))
    driver.press("G")
    let current = driver.app.userScreen?.history.current
    var page = FixtureTenant.logPage(1, of: 150)
    page.items.insert(.fixture(99, "s"), at: 0)
    driver.answerLog(page)
    #expect(driver.app.userScreen?.history.list.value?.count == 150)
    #expect(driver.app.userScreen?.history.current == current)
    #expect(driver.reads.isEmpty)
  }

  @Test("A token that may not read logs is told which scope it takes")
  func forbidden() {
    let driver = AppDriver.onOrganizations()
    driver.press("<right>")
    driver.fail(with: FixtureTenant.forbidden(.listUserLogs, "read:logs"))
    #expect(driver.shows("read:logs"))
    driver.press("<left>")
    #expect(!driver.shows("read:logs"))
  }

  @Test("Where the rate limit is spent it is read again by itself")
  func countdown() {
    let driver = AppDriver.onOrganizations()
    driver.press("<right>")
    driver.fail(with: FixtureTenant.rateLimited(.listUserLogs, seconds: 2))
    driver.tick(3)
    #expect(driver.reads.map(\.read) == [.userLogs(FixtureTenant.ana.id, page: 0)])
    driver.answerLog(FixtureTenant.logPage(0, of: 1))
    #expect(driver.takeWaits().isEmpty)
  }

  @Test("What happened is said in words; failures have a shape")
  func words() {
    let driver = AppDriver.onHistory(columns: 120, rows: 30)
    #expect(driver.shows("Signed in"))
    #expect(driver.shows("! Login failed, wrong password"))
    #expect(driver.shows("! Blocked: too many wrong logins"))
    #expect(driver.shows("API: Assign roles to a user"))
    #expect(driver.shows("event another"))
  }
}

@Suite("A user's devices")
struct UserDevicesTests {
  private static let ana = FixtureTenant.ana.id

  @Test("Sessions and refresh tokens are read when the view is opened, and again on demand")
  func lazily() {
    let driver = AppDriver.onHistory()
    driver.press("<right>")
    #expect(driver.reads.map(\.read) == [.userSessions(Self.ana), .refreshTokens(Self.ana)])
    driver.answerDevices()
    #expect(driver.shows("Devices 3"))
    #expect(driver.shows("Chrome on Windows"))
    #expect(driver.shows("Safari on iPhone"))
    driver.press("<left><right>")
    #expect(driver.reads.isEmpty)
    driver.press("<c-r>")
    driver.answerUser()
    driver.answerRoles()
    driver.answerPermissions()
    driver.answerDevices(.userSessions([]), .refreshTokens([]))
    #expect(driver.shows("Signed in nowhere: no session, no refresh token."))
  }

  @Test("A session and a token of one id are two rows")
  func rows() {
    let driver = AppDriver.onDevices()
    driver.press("jj")
    #expect(driver.app.userScreen?.devices.current?.id == .init(isSession: false, text: "s1"))
    driver.press("kk")
    #expect(driver.app.userScreen?.devices.current?.id == .init(isSession: true, text: "s1"))
  }

  @Test("What one of the two may not be read for is said; the other one is shown")
  func half() {
    let driver = AppDriver.onDevices(
      sessions: .failed(FixtureTenant.forbidden(.listUserSessions, "read:sessions")))
    #expect(driver.shows("Sessions: not checked (needs read:sessions)"))
    #expect(driver.shows("Refresh token"))
    #expect(driver.app.userScreen?.error == nil)
  }

  @Test("Where neither may be read it says what is missing")
  func neither() {
    let driver = AppDriver.onDevices(
      sessions: .failed(FixtureTenant.forbidden(.listUserSessions, "read:sessions")),
      tokens: .failed(FixtureTenant.forbidden(.listUserRefreshTokens, "read:refresh_tokens")))
    #expect(driver.app.userScreen?.error != nil)
    #expect(driver.shows("read:sessions"))
  }
}
