import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("A run of many changes")
struct RunScreenTests {
  private static let gone = FixtureTenant.local.notFound(.removeUserRoles)

  @Test("It opens where it was confirmed, counts, and says in the end what was read")
  func course() throws {
    let (driver, plan) = try AppDriver.onRun()
    #expect(driver.app.running?.plan.id == plan.id)
    #expect(driver.shows("Billing Admin from 3 users"))
    driver.tell(plan, [.done, .failed(Self.gone)])
    #expect(driver.shows("1 removed 1 failed 1 left"))
    #expect(driver.shows("66 %"))
    driver.end(plan) { $0 == 1 ? .failed(Self.gone) : .done }
    #expect(driver.app.running == nil)
    #expect(driver.shows("Billing Admin from 3 users: 2 removed. 1 failed."))
    #expect(driver.app.notice == nil)
    _ = driver.takeReads()
  }

  @Test("Leaving its screen ends nothing; 4 comes back to it, and it is told of everywhere")
  func leaving() throws {
    let (driver, plan) = try AppDriver.onRun()
    driver.press("<esc>")
    #expect(driver.outbox.isEmpty)
    #expect(driver.app.running != nil)
    driver.tell(plan, [.done])
    #expect(driver.shows("Running: Billing Admin from 3 users"))
    driver.press("d")
    #expect(driver.shows("Not now: a run is still under way."))
    driver.press("D")
    #expect(driver.app.planDialog == nil)
    driver.press("5")
    #expect(driver.shows("Leaving this screen does not stop it."))
    driver.end(plan)
    _ = driver.takeReads()
  }

  @Test("p pauses it and goes on; x, twice, stops it for good and leaves nothing else to ask")
  func control() throws {
    let (driver, plan) = try AppDriver.onRun()
    driver.press("p")
    #expect(driver.takeEffect() == .pauseRun(plan.id))
    driver.tell(plan, [.done], pause: .person)
    #expect(driver.shows("The run is paused."))
    driver.press("p")
    #expect(driver.takeEffect() == .goOn(plan.id))
    driver.tell(plan, [.done])
    driver.press("x")
    #expect(driver.outbox.isEmpty)
    #expect(driver.shows("x once more stops; p pauses instead."))
    // Anything else in between takes it back.
    driver.press("jx")
    #expect(driver.outbox.isEmpty)
    driver.press("x")
    #expect(driver.takeEffect() == .stopRun(plan.id))
    driver.press("xp")
    #expect(driver.shows("Not now: it is being stopped."))
    driver.end(plan, state: .cancelled) { $0 == 0 ? .done : .notSent }
    #expect(driver.shows("1 removed. 2 were left out."))
    driver.press("p")
    #expect(driver.shows("Not now: no run is under way."))
    _ = driver.takeReads()
  }

  @Test("A run that pauses by itself says why, wherever the person is")
  func pattern() throws {
    let (driver, plan) = try AppDriver.onRun()
    driver.press("<esc>")
    driver.tell(plan, [.failed(Self.gone)], pause: .pattern(.unauthorized))
    #expect(driver.app.notice?.kind == .problem)
    #expect(
      driver.notice
        == [RunPause.pattern(.unauthorized).explanation].map { "\($0.problem) \($0.remedy)" }.first)
    driver.press("5p")
    #expect(driver.takeEffect() == .goOn(plan.id))
    driver.end(plan)
    _ = driver.takeReads()
  }

  @Test("Quitting asks; once more leaves it, and the program ends when that has been answered")
  func quitting() throws {
    let (driver, plan) = try AppDriver.onRun()
    driver.press("q")
    #expect(!driver.app.isFinished)
    #expect(driver.outbox.isEmpty)
    #expect(driver.shows("A run is under way: quitting leaves it where it is"))
    driver.press("jq")
    #expect(driver.outbox.isEmpty)
    driver.press("q")
    #expect(driver.takeEffect() == .leaveRun(plan.id))
    #expect(!driver.app.isFinished)
    driver.press("qq")
    #expect(driver.outbox.isEmpty)
    driver.end(plan, state: .interrupted) { $0 == 0 ? .done : .notSent }
    #expect(driver.app.isFinished)
    _ = driver.takeReads()
  }

  @Test("Only what went wrong is shown on demand")
  func trouble() throws {
    let (driver, plan) = try AppDriver.onRun()
    driver.tell(plan, [.done, .failed(Self.gone), .alreadySo])
    driver.press("f")
    #expect(driver.shows("The tenant knows no"))
    #expect(!driver.shows("verified"))
    driver.press("f")
    #expect(driver.shows("verified"))
    driver.end(plan)
    _ = driver.takeReads()
  }

  @Test("A run that is not carried out says why, and something else may be asked")
  func refused() throws {
    let (driver, plan) = try AppDriver.onRun()
    driver.send(.refused(plan.id, Explanation("There is no journal.", "Set XDG_STATE_HOME.")))
    #expect(driver.app.running == nil)
    #expect(driver.shows("There is no journal. Set XDG_STATE_HOME."))
    driver.press("<esc><esc>d")
    #expect(driver.app.planDialog != nil)
    driver.press("<esc>")
    _ = (driver.takeReads(), driver.takeCancelled())
  }

  @Test("What another run tells changes nothing here")
  func stranger() throws {
    let (driver, plan) = try AppDriver.onRun()
    let before = driver.app
    driver.send(
      .update(RunUpdate(plan: "other", phase: .changing, progress: RunProgress(total: 9))))
    #expect(driver.app == before)
    driver.end(plan)
    _ = driver.takeReads()
  }
}
