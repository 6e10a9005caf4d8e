import AccessModel
import Canvas
import FoundationEssentials
import RolecallApp
import Testing

@Suite("Taking a run back")
struct UndoTests {
  @Test("u asks about the grants that take this session's last run back, and what is left out")
  func toast() throws {
    let (driver, plan) = try AppDriver.onRun()
    driver.end(plan)
    driver.press("<esc>u")
    driver.answerUndo(FixtureTenant.undo(of: plan))
    #expect(driver.app.planDialog?.plan.changes.count == 2)
    #expect(driver.app.planDialog?.origin?.run == RunNumber(7))
    driver.answerFindings()
    driver.settle()
    #expect(driver.shows("GRANTS: assign a role to 2 users"))
    #expect(driver.shows("It takes back run 7, by what is so now"))
    #expect(driver.shows("1 change left out:"))
    #expect(driver.shows("the user is blocked"))
    #expect(driver.shows("Billing Admin gives more now than then: read:logs"))
    driver.confirm()
    guard case .undo(let grants, of: RunNumber(7)) = driver.takeEffect() else {
      Issue.record("nothing is taken back")
      return
    }
    #expect(grants.changes.allSatisfy { $0.kind == .assignRole })
    driver.end(grants)
    _ = (driver.takeReads(), driver.takeWaits())
  }

  @Test("It is offered for 15 minutes, and only where something was done")
  func offer() throws {
    let (driver, plan) = try AppDriver.onRun()
    driver.press("<esc>u")
    #expect(driver.shows("Not now: a run is still under way."))
    driver.end(plan)
    #expect(driver.notice?.hasSuffix("u to undo.") == true)
    driver.tick(15 * 60 + 1)
    driver.press("u")
    #expect(driver.shows("Not now: this session changed nothing in the last 15 minutes"))
    _ = driver.takeReads()
    let (other, nothing) = try AppDriver.onRun()
    other.end(nothing) { _ in .alreadySo }
    other.press("u")
    #expect(other.shows("Not now: this session changed nothing"))
    _ = other.takeReads()
  }

  @Test("Where nothing can be taken back it says why, and asks nothing")
  func nothing() throws {
    let (driver, plan) = try AppDriver.onRun()
    driver.end(plan)
    driver.press("<esc>u")
    driver.answerUndo(
      UndoPlan(
        of: RunRecord(
          id: plan.id, tenant: plan.tenant.domain, state: .finished,
          startedAt: Timestamp(FixtureTenant.now), entries: []), truth: TruthNow()))
    #expect(driver.app.planDialog == nil)
    #expect(driver.shows("Nothing of run 7 can be taken back."))
    driver.press("u")
    driver.answer("what takes a run back") { read in
      if case .undoPlan = read {
        .failed(FixtureTenant.forbidden(.getRole, "read:roles"))
      } else {
        nil
      }
    }
    #expect(driver.app.notice?.kind == .problem)
    _ = driver.takeReads()
  }

  @Test("A question that is open by then is not replaced")
  func meanwhile() throws {
    let (driver, plan) = try AppDriver.onRun()
    driver.end(plan)
    driver.press("<esc>ud")
    let asked = driver.app.dialog?.plan ?? driver.app.planDialog?.plan
    driver.answerUndo(FixtureTenant.undo(of: plan))
    #expect((driver.app.dialog?.plan ?? driver.app.planDialog?.plan) == asked)
    #expect(asked != nil)
    driver.press("<esc>")
    _ = (driver.takeReads(), driver.takeCancelled())
  }

  @Test("Among the runs on record it is about the one under the cursor")
  func record() {
    let driver = AppDriver.onChanges()
    driver.press("ju")
    #expect(driver.reads.map(\.read) == [.undoPlan(RunNumber(8))])
    _ = driver.takeReads()
  }

  @Test("The runs on record are read once, filtered, and read again on demand")
  func list() {
    let driver = AppDriver.onChanges()
    #expect(driver.shows("5 runs"))
    driver.press("/403<enter>")
    #expect(driver.shows("1 of 5"))
    driver.press("1")
    driver.press("4")
    #expect(driver.reads.isEmpty)
    driver.press("<c-r>")
    driver.answerRuns([])
    #expect(driver.shows("No run fits this filter."))
  }
}
