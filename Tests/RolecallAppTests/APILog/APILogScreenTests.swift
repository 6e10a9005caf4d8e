import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("The log of the API's calls")
struct APILogScreenTests {
  private func shown(_ driver: AppDriver) -> [Int] {
    driver.app.apiLogScreen?.shown.map(\.number) ?? []
  }

  @Test("6 shows the last calls, the newest first, and is told of those that come")
  func news() {
    let driver = AppDriver.onUsers()
    driver.press("6")
    #expect(driver.reads.map(\.read) == [.apiCalls(after: nil)])
    driver.answerCalls((1...3).map(APICall.fixture))
    #expect(shown(driver) == [3, 2, 1])
    #expect(driver.reads.map(\.read) == [.apiCalls(after: 3)])
    driver.answerCalls((4...5).map(APICall.fixture))
    #expect(shown(driver) == [5, 4, 3, 2, 1])
    #expect(driver.reads.map(\.read) == [.apiCalls(after: 5)])
    // The cursor stays on its call.
    #expect(driver.app.apiLogScreen?.current?.number == 3)
    #expect(!driver.shows("reading…"))
    _ = driver.takeReads()
  }

  @Test("No more than a thousand are kept, and a filter stays while calls come")
  func bound() {
    let driver = AppDriver.onAPILog(1_000)
    driver.press("/delete<enter>")
    let before = shown(driver).count
    driver.answerCalls((1_001...1_007).map(APICall.fixture))
    #expect(driver.shows("of 1,000 calls"))
    #expect(shown(driver).first == 1_006)
    #expect(shown(driver).count == before)
    driver.press("/<esc>")
    #expect(shown(driver).count == 1_000)
    #expect(shown(driver).last == 8)
    _ = driver.takeReads()
  }

  @Test("While another section is in view nobody asks for new calls; back in view somebody does")
  func away() {
    let driver = AppDriver.onAPILog()
    driver.press("1")
    #expect(driver.takeCancelled() == [.apiCalls(after: 14)])
    #expect(driver.reads.isEmpty)
    driver.press("6")
    #expect(driver.reads.map(\.read) == [.apiCalls(after: 14)])
    driver.answerCalls([.fixture(15)])
    #expect(shown(driver).first == 15)
    // Esc ends no more than a reading that somebody waits for.
    driver.press("<esc>")
    #expect(driver.reads.map(\.read) == [.apiCalls(after: 15)])
    driver.press("<c-r>")
    #expect(driver.takeCancelled() == [.apiCalls(after: 15)])
    driver.answerCalls((1...16).map(APICall.fixture))
    #expect(driver.reads.map(\.read) == [.apiCalls(after: 16)])
    _ = driver.takeReads()
  }

  @Test("Enter shows one whole, with its query; Esc goes back to where it was")
  func whole() {
    let driver = AppDriver.onAPILog(8)
    driver.press("<enter>")
    #expect(driver.shows("API log › Call 8"))
    #expect(driver.shows("q = name:\"An‹202E›a\""))
    #expect(driver.shows("✓ 200"))
    // Calls that come meanwhile leave it alone.
    driver.answerCalls([.fixture(9)])
    #expect(driver.shows("Call 8"))
    driver.press("<esc>")
    #expect(driver.app.apiLogScreen?.current?.number == 8)
    _ = driver.takeReads()
  }

  @Test("c copies a call as code; one whose body is not kept, or that got a token, says why not")
  func code() throws {
    let driver = AppDriver.onAPILog(8)
    driver.press("c")
    let search = try driver.takeCopy()
    #expect(search.contains("--request GET"))
    #expect(
      search.contains(
        "http://127.0.0.1:4400/api/v2/users?search_engine=v3&q=name%3A%22An%E2%80%AEa%22"))
    #expect(driver.shows("Copied the call as cURL code; C takes C#."))
    driver.press("jc")
    #expect(driver.shows("Not now: what this call sent is not kept here; its run shows it"))
    driver.press("jc")
    #expect(driver.shows("Not now: getting a token takes a secret"))
    driver.press("j<enter>C")
    #expect(try driver.takeCopy().contains("new HttpMethod(\"DELETE\")"))
    _ = driver.takeReads()
  }

  @Test("A change of a run is copied as code, under way and on record")
  func change() throws {
    let record = AppDriver.onRecord()
    record.press("c")
    let removal = try record.takeCopy()
    #expect(removal.contains("users/auth0%7C1000/roles"))
    #expect(removal.contains("{\"roles\":[\"rol_NHBmr6NkzbRcHob1\"]}"))
    record.press("jjjjc")
    #expect(try record.takeCopy().contains("/api/v2/roles/rol_"))
    #expect(record.shows("Copied the change as cURL code; C takes C#."))

    let (driver, plan) = try AppDriver.onRun()
    driver.press("jc")
    let id = PathSegment(plan.changes[1].user?.id.rawValue ?? "").encoded
    #expect(try driver.takeCopy().contains("/users/\(id)/roles"))
    driver.press("f")
    driver.press("c")
    #expect(driver.shows("Not now: no change is under the cursor."))
    driver.end(plan)
    _ = driver.takeReads()
  }
}
