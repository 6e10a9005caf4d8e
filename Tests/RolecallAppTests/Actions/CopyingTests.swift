import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("What is copied")
struct CopyingTests {
  @Test("The id and the email of the user under the cursor, or of the open one")
  func idAndEmail() throws {
    let driver = AppDriver.onUsers()
    driver.press("i")
    #expect(try driver.takeCopy() == "auth0|63d17c50e99d3933163bdda9")
    #expect(driver.shows("Copied the user id."))
    driver.press("e")
    #expect(try driver.takeCopy() == "ana@acme.example")
    driver.press("j<enter>")
    driver.answerUser()
    driver.answerRoles()
    driver.press("i")
    #expect(try driver.takeCopy() == "google-oauth2|104720458215930018813")
  }

  @Test(
    "Where there is no email, or no user, it says so",
    arguments: [("jjjjje", "there is no email here")])
  func missing(_ keys: String, _ reason: String) {
    let driver = AppDriver.onUsers()
    driver.press(keys)
    #expect(driver.shows("Not now: \(reason)."))
    #expect(driver.outbox.isEmpty)
  }

  @Test("The user's page in the Dashboard; a tenant on this machine has none")
  func address() throws {
    let driver = AppDriver.onRoles(.production)
    driver.press("w")
    #expect(
      try driver.takeCopy()
        == "https://manage.auth0.com/dashboard/eu/acme-prod/users/auth0%7C63d17c50e99d3933163bdda9")
    let local = AppDriver.onRoles()
    local.press("w")
    #expect(local.shows("Not now: this tenant has no Dashboard."))
  }

  @Test("The JSON with its secrets hidden, on screen and in the copy")
  func document() throws {
    let driver = AppDriver.onRoles()
    driver.press("<left><left>")
    #expect(driver.shows("\"access_token\": \"(hidden)\""))
    #expect(!driver.seen.contains("SECRET"))
    driver.press("Y")
    let copy = try driver.takeCopy()
    #expect(copy.contains("\"user_id\": \"auth0|63d17c50e99d3933163bdda9\""))
    #expect(!copy.contains("SECRET"))
  }

  @Test("The removal as code: of the marked roles, else of the one under the cursor")
  func code() throws {
    let driver = AppDriver.onRoles()
    driver.press("c")
    let one = try driver.takeCopy()
    #expect(one.contains("--request DELETE"))
    #expect(one.contains("{\"roles\":[\"rol_NHBmr6NkzbRcHob1\"]}"))
    #expect(
      one.contains("http://127.0.0.1:4400/api/v2/users/auth0%7C63d17c50e99d3933163bdda9/roles"))
    #expect(driver.shows("Copied the removal as cURL code; C takes C#."))
    driver.press("<space>j<space>c")
    let two = try driver.takeCopy()
    #expect(two.contains("{\"roles\":[\"rol_NHBmr6NkzbRcHob1\",\"rol_Zb7RmN1eVu5GhJ3a\"]}"))
  }

  @Test("In another language, which is the language from then on")
  func languages() throws {
    let driver = AppDriver.onRoles()
    driver.press("C")
    #expect(try driver.takeCopy().contains("HttpClient"))
    driver.press("C")
    #expect(try driver.takeCopy().contains("package main"))
    #expect(driver.shows("Copied the removal as Go code; C takes Java."))
    driver.press("jc")
    #expect(try driver.takeCopy().contains("package main"))
    for _ in 0..<7 {
      driver.press("C")
      _ = try driver.takeCopy()
    }
    driver.press("C")
    #expect(try driver.takeCopy().contains("curl --config -"))
  }
}
