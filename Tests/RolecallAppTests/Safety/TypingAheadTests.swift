import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("Keys typed before the question could be read")
struct TypingAheadTests {
  @Test(
    "d pressed twice removes nothing: in one write or two, before and after arming",
    arguments: [
      [.write("dd")],
      [.write("d"), .write("d")],
      [.write("d"), .write("d"), .facts, .settled],
      [.write("dd"), .facts, .write("d"), .settled],
      [.write("d"), .facts, .write("d"), .settled],
      [.write("d"), .settled, .write("d"), .facts],
      [.write("d"), .facts, .settled, .write("d")],
      [.write("d"), .facts, .settled, .write("dd"), .write("d<del>")],
    ] as [[Step]])
  func trashTwice(_ steps: [Step]) throws {
    let driver = AppDriver.onRoles()
    driver.follow(steps)
    if !steps.contains(.facts) { #expect(driver.takeReads().count == 1) }
    #expect(driver.outbox.isEmpty)
    #expect(driver.app.running == nil)
    #expect(driver.app.dialog?.roles == [.billingAdmin])
  }

  @Test(
    "d and y in one write, or y before the question is armed, removes nothing",
    arguments: [
      [.write("dy")],
      [.write("dyyy<enter>"), .facts, .settled],
      [.write("d"), .write("y")],
      [.write("d"), .settled, .write("y"), .facts],
      [.write("d"), .facts, .write("y")],
      [.write("d"), .facts, .write("y"), .settled],
      [.write("d"), .write("y"), .facts, .settled],
      [.write("d"), .settled, .facts, .write("y")],
      [.write("d"), .settled, .facts, .write("<tab><tab><enter>")],
      [.write("d"), .facts, .settled, .write("<esc>dy"), .facts, .settled],
      [.write("d"), .facts, .settled, .write("<esc>dy"), .write("y"), .facts, .write("y")],
    ] as [[Step]])
  func yesTooEarly(_ steps: [Step]) {
    let driver = AppDriver.onRoles()
    driver.follow(steps)
    _ = driver.takeReads()
    #expect(driver.outbox.isEmpty)
    #expect(driver.app.running == nil)
    #expect(driver.app.dialog != nil)
  }

  @Test("d, and y once the question has been read and is armed, removes that one role")
  func yesInTime() throws {
    let driver = AppDriver.onRoles()
    driver.follow([.write("d"), .facts, .settled, .write("y")])
    let plan = try driver.takePlan()
    #expect(plan.changes == [.removeRole(.billingAdmin, from: FixtureTenant.ana)])
    #expect(driver.app.dialog == nil)
  }

  @Test("What followed y in the same write does not reach the screen's next question")
  func yesThenTrash() throws {
    let driver = AppDriver.onQuestion()
    driver.burst("ydy")
    #expect(try driver.takePlan().roles(from: FixtureTenant.ana.id) == [.billingAdmin])
    #expect(driver.app.dialog == nil)
    #expect(driver.app.running != nil)
  }

  @Test("Typing ahead of the question begins its wait anew, key by key")
  func typingRestartsTheWait() throws {
    let driver = AppDriver.onQuestion(isArmed: false)
    for key in ["j", "y", "<enter>", "<tab>"] {
      let before = try #require(driver.frame.hold)
      driver.press(key)
      #expect(driver.frame.hold != before)
      driver.settle(before)
      #expect(!driver.isArmed)
    }
    driver.settle()
    #expect(driver.isArmed)
  }

  @Test("A click or a paste ahead of the question begins its wait anew")
  func pointingRestartsTheWait() throws {
    let driver = AppDriver.onQuestion(isArmed: false)
    let first = try #require(driver.frame.hold)
    try driver.click("Remove  y")
    let second = try #require(driver.frame.hold)
    driver.paste("y")
    let third = try #require(driver.frame.hold)
    #expect(first != second && second != third)
    driver.settle(first)
    driver.settle(second)
    #expect(!driver.isArmed)
    #expect(driver.app.dialog?.focus == .cancel)
  }

  @Test("A hold that settled for an older question does not arm the newer one")
  func olderHold() throws {
    let driver = AppDriver.onRoles()
    driver.press("d")
    let older = try #require(driver.frame.hold)
    driver.press("<esc>jd")
    driver.answerFacts()
    driver.settle(older)
    driver.press("y")
    #expect(!driver.isArmed)
    #expect(driver.outbox.isEmpty)
    #expect(driver.app.dialog?.roles == [.support])
    #expect(driver.takeCancelled().count == 1)
  }

  @Test("A question that was armed while it was read is disarmed by what was read")
  func factsDisarm() {
    let driver = AppDriver.onRoles()
    driver.press("d")
    driver.settle()
    #expect(driver.isArmed)
    driver.press("y")
    #expect(driver.shows("What it costs is still being read."))
    driver.answerFacts()
    #expect(!driver.isArmed)
    driver.press("y")
    #expect(driver.outbox.isEmpty)
  }

  @Test("Another size of the terminal disarms the question")
  func resizing() {
    let driver = AppDriver.onQuestion()
    #expect(driver.isArmed)
    driver.resize(columns: 100, rows: 30)
    #expect(!driver.isArmed)
    driver.press("y")
    #expect(driver.outbox.isEmpty)
    driver.settle()
    #expect(driver.isArmed)
  }

  @Test("A question that comes back from a suspension is not armed")
  func resuming() throws {
    let driver = AppDriver.onQuestion()
    driver.press("<c-z>")
    #expect(driver.takeEffect() == .suspend)
    driver.resume()
    #expect(!driver.isArmed)
    driver.press("y")
    #expect(driver.outbox.isEmpty)
    driver.settle()
    driver.press("y")
    #expect(try driver.takePlan().changes.count == 1)
  }

  @Test("A terminal too small to show the question takes no key that confirms it")
  func tooSmall() throws {
    let driver = AppDriver.onQuestion()
    driver.resize(columns: 32, rows: 8)
    #expect(driver.frame.hold == nil)
    driver.press("y<tab><tab><enter>")
    // Even if it were armed: nothing of it can be seen.
    driver.settle(InputHold(revision: try #require(driver.app.dialog?.revision)))
    driver.press("y<tab><tab><enter>")
    driver.paste("y")
    driver.mouse(.click, column: 20, row: 6)
    #expect(driver.outbox.isEmpty)
    #expect(driver.app.dialog != nil)
    driver.press("q<c-c>")
    #expect(!driver.app.isFinished)
    driver.resize(columns: 80, rows: 24)
    #expect(!driver.isArmed)
    driver.press("y")
    #expect(driver.outbox.isEmpty)
    driver.resize(columns: 32, rows: 8)
    driver.press("<esc>")
    #expect(driver.app.dialog == nil)
  }
}
