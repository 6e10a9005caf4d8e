import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("A run on record")
struct RecordScreenTests {
  @Test("Enter among the runs opens the one under the cursor, and reads it and what is in view")
  func opening() {
    let driver = AppDriver.onUsers()
    driver.press("4")
    driver.answerRuns([FixtureTenant.run(8)])
    driver.press("<enter>")
    #expect(
      driver.reads.map(\.read) == [
        .run(RunNumber(7)), .runChanges(RunNumber(7), at: Array(0..<8)),
      ])
    #expect(driver.shows("Changes › Run 7"))
    driver.answerRun(FixtureTenant.run(8))
    driver.answerChanges()
    #expect(driver.shows("✓ removed, verified"))
    #expect(driver.shows("by ana@laptop, 2 hours ago"))
    driver.press("<esc>")
    #expect(driver.app.recordScreen == nil)
    #expect(driver.reads.isEmpty)
  }

  @Test("Of a hundred thousand changes only those near the cursor are read, one page at a time")
  func many() {
    let driver = AppDriver.onRecord(FixtureTenant.run(100_000))
    driver.press("G")
    let asked = driver.reads.compactMap { read -> [Int]? in
      if case .runChanges(_, let places) = read.read { places } else { nil }
    }
    #expect(asked.count == 1)
    #expect(asked.first?.last == 99_999)
    #expect((asked.first?.count ?? 0) < 100)
    // Whoever holds a key down asks for where it stops.
    driver.press("<pgup><pgup><pgup><pgup>")
    #expect(driver.reads.count == 1)
    driver.answerChanges()
    #expect(driver.app.recordScreen?.current?.index == driver.app.recordScreen?.currentPlace)
    for _ in 0..<300 {
      driver.press("<pgup>")
      driver.answerChanges()
    }
    #expect((driver.app.recordScreen?.histories.count ?? 0) <= 2_100)
  }

  @Test(
    "The filter is found where the changes are kept, once typing pauses, each in place of the one before"
  )
  func filter() {
    let driver = AppDriver.onRecord(FixtureTenant.run(100_000))
    driver.press("/bi")
    driver.tick(0.2)
    driver.press("<bs>")
    driver.tick(0.2)
    #expect(driver.reads.isEmpty)
    driver.tick(0.1)
    #expect(
      driver.reads.map(\.read) == [.runPlaces(RunNumber(7), RunFilter(text: "b"))])
    driver.press("o")
    driver.tick(0.3)
    #expect(
      driver.takeCancelled() == [.runPlaces(RunNumber(7), RunFilter(text: "b"))])
    driver.answerPlaces([12, 60_000])
    #expect(driver.reads.map(\.read) == [.runChanges(RunNumber(7), at: [60_000])])
    driver.answerChanges()
    #expect(driver.shows("2 of 100,000 changes"))
    driver.press("<enter>")
    #expect(driver.app.recordScreen?.currentPlace == 12)
    driver.press("j")
    #expect(driver.app.recordScreen?.currentPlace == 60_000)
    driver.press("/<esc>")
    driver.answerChanges()
    #expect(driver.shows("100,000 changes"))
    #expect(driver.app.recordScreen?.currentPlace == 60_000)
  }

  @Test("f shows only what failed; a late answer to an older question changes nothing")
  func trouble() {
    let driver = AppDriver.onRecord()
    driver.press("f")
    #expect(
      driver.reads.map(\.read)
        == [.runPlaces(RunNumber(7), RunFilter(isTroubleAlone: true))])
    let late = driver.reads[0].generation
    driver.press("<c-r>")
    driver.send(.reply(late, .runPlaces([0])))
    #expect(driver.app.recordScreen?.places == Array(0..<8))
    _ = driver.takeCancelled()
    driver.answerRun(FixtureTenant.run(8))
    driver.answerPlaces([1, 3, 4])
    driver.answerChanges()
    #expect(driver.shows("failed only: 3 of 8 changes"))
    #expect(!driver.shows("so already"))
    driver.press("f")
    #expect(driver.app.recordScreen?.places == Array(0..<8))
    #expect(driver.reads.isEmpty)
  }

  @Test("Where the journal cannot be read it says why, and what was read stays")
  func failure() {
    let driver = AppDriver.onRecord()
    driver.press("<c-r>")
    driver.fail(
      with: APIError(
        .forbidden, .getRole,
        explained: Explanation("The journal is damaged.", "Runs are kept in the journal.")))
    driver.answerChanges()
    #expect(driver.shows("The journal is damaged."))
    #expect(driver.shows("✓ removed, verified"))
  }

  @Test("A purged change says so, and everything known of one stands below the list")
  func details() {
    let driver = AppDriver.onRecord()
    #expect(driver.shows("sent at 12:03:00, accepted 204 · request req_0"))
    #expect(driver.shows("log entry log_0"))
    driver.press("j")
    #expect(driver.shows("404: the user does not exist."))
    driver.press("<c-r>")
    driver.answerRun(FixtureTenant.run(8))
    driver.answer("changes") { read in
      guard case .runChanges(_, let places) = read else { return nil }
      return .runChanges(places.map { ChangeHistory(index: $0, change: nil) })
    }
    #expect(driver.shows("Its records were purged"))
  }

  @Test("When the run that is shown has ended it is read again")
  func ended() {
    let driver = AppDriver.onRecord()
    let plan = Plan(
      id: "plan-7", tenant: FixtureTenant.local.session.tenant,
      changes: [.removeRole(.billingAdmin, from: FixtureTenant.ana)])
    driver.send(.finished(PlanReport(plan: plan, outcomes: [], rolesNow: [:])))
    #expect(driver.reads.isEmpty, "nothing of this program ran")
  }
}
