import LocalTenant
import TerminalEmulator
import Testing

@Suite("Keys that nobody can have meant remove nothing", .timeLimit(.minutes(5)))
struct TypingSafetyTests {
  @Test("The trash key pressed twice, in one write, opens the question and does not answer it")
  func twiceAtOnce() async throws { try await expectHarmless("dd") }

  @Test("The trash key pressed again in the open question does nothing")
  func twice() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      try terminal.askToRemove()
      terminal.send("dd\(Keys.tab)")
      try terminal.wait(for: "[ Cancel ]")
      #expect(terminal.contents.contains("Remove a role"))
      try terminal.cancelQuestion()
      try terminal.quit()
      try await tenant.expectUntouched()
    }
  }

  @Test("d and y in one write")
  func askAndAnswerAtOnce() async throws { try await expectHarmless("dy") }

  @Test("d and a burst of y, as a key that repeats or an unmarked paste sends it")
  func burst() async throws { try await expectHarmless("dyyyyyyyyyy") }

  @Test("d, y and Enter in an unmarked paste of lines")
  func unmarkedLines() async throws { try await expectHarmless("dy\rdy\r\ny\r\t\t\r") }

  @Test("d and y in two writes, one right after the other")
  func askAndAnswer() async throws {
    // The tenant takes its time, so that the second is early however busy this machine is.
    try await withTenant(latency: .milliseconds(300)) { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      terminal.send("d")
      terminal.send("y")
      try await cancelOnceArmed(terminal, tenant)
    }
  }

  @Test("y typed ahead while the tenant is slow to say what it costs")
  func typingAhead() async throws {
    try await withTenant(latency: .milliseconds(300)) { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      terminal.send("d")
      try terminal.wait(for: "Reading who this is and what it costs")
      for _ in 0..<4 { terminal.send("y") }
      try await cancelOnceArmed(terminal, tenant)
    }
  }

  @Test("A marked paste in the list of users presses no key")
  func pasteInList() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.startOnList()
      let before = terminal.contents.rows
      terminal.send(Keys.paste("dydy\ny\r\r"))
      try terminal.waitUntilKeysAreTaken()
      #expect(terminal.contents.rows == before)
      try terminal.quit()
      try await tenant.expectUntouched()
    }
  }

  @Test("A marked paste in the search field is text and opens nothing")
  func pasteInSearch() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.startOnList()
      terminal.send("/\(Keys.paste("dydy\ny"))")
      try terminal.wait(for: "dydy y")
      try terminal.wait(for: "Nobody fits this search")
      terminal.send(Keys.escape)
      try terminal.wait(for: "ana@acme.example")
      try terminal.quit()
      try await tenant.expectUntouched()
    }
  }

  @Test("A marked paste in the Roles view asks nothing")
  func pasteInRoles() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      terminal.send(Keys.paste("dydy\ny"))
      try terminal.waitUntilKeysAreTaken()
      #expect(!terminal.contents.showsQuestion)
      try terminal.quit()
      try await tenant.expectUntouched()
    }
  }

  @Test("A marked paste in the question answers nothing, early or late")
  func pasteInQuestion() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      terminal.send("d\(Keys.paste("dydy\ny"))")
      try terminal.wait(for: PseudoTerminal.armed)
      terminal.send(Keys.paste("y\ny\r\n"))
      terminal.send(Keys.tab)
      try terminal.wait(for: "[ Cancel ]")
      terminal.send(Keys.paste("y\nbecause"))
      try terminal.wait(for: "y because")
      try terminal.cancelQuestion()
      try terminal.quit()
      try await tenant.expectUntouched()
    }
  }

  @Test("Text typed into the reason, a y and Enter among it, confirms nothing")
  func typedReason() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      try terminal.askToRemove()
      terminal.send("\(Keys.tab)yes, dyy")
      try terminal.wait(for: "yes, dyy")
      terminal.send(Keys.enter)
      try terminal.wait(for: "[▸Remove  y◂]")
      try terminal.cancelQuestion()
      try terminal.quit()
      try await tenant.expectUntouched()
    }
  }

  @Test("A click on the trash mark followed by clicks where Remove will stand")
  func clickingAhead() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      try terminal.askToRemove()
      let contents = terminal.contents
      let row = try #require(contents.firstRow(containing: PseudoTerminal.armed))
      let column = try #require(contents.column(of: PseudoTerminal.armed, row: row))
      try terminal.cancelQuestion()
      let trash = try terminal.trashMark(ofRowWith: "Support")
      let click = Keys.click(column: column + 3, row: row)
      terminal.send(trash + trash + click + click + click)
      try terminal.wait(for: "Support  rol_")
      try await cancelOnceArmed(terminal, tenant)
    }
  }

  @Test("Escape takes the question back at once, even before it is armed")
  func earlyEscape() async throws {
    try await withTenant(latency: .milliseconds(300)) { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      terminal.send("d")
      try terminal.wait(for: "Reading who this is and what it costs")
      try terminal.cancelQuestion()
      terminal.send("y")
      try terminal.waitUntilKeysAreTaken()
      #expect(!terminal.contents.showsQuestion)
      try terminal.quit()
      try await tenant.expectUntouched()
    }
  }

  @Test("What confirmed cannot confirm again: the rest of a burst of y is lost")
  func burstAfterConfirming() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      try terminal.askToRemove()
      terminal.send("yydydyyydy")
      try terminal.wait(until: { !$0.showsQuestion || $0.contains("Roles 2") }, "the removal")
      try terminal.wait(for: "Roles 2")
      if terminal.contents.showsQuestion { try terminal.cancelQuestion() }
      try terminal.wait(until: { !$0.showsQuestion }, "no question")
      try terminal.quit()
      #expect(await tenant.writes().count == 1)
      let left = try ["Support", "Auditor"].map(tenant.role)
      #expect(tenant.server.roles(ofUser: LiveTenant.ana) == left)
    }
  }

  /// Types keys, all in one write, and sees that they did no more than open the question.
  private func expectHarmless(_ keys: String) async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      terminal.send(keys)
      try await cancelOnceArmed(terminal, tenant)
    }
  }

  /// Waits until the question could be answered, cancels it, and sees that nothing was sent.
  private func cancelOnceArmed(_ terminal: PseudoTerminal, _ tenant: LiveTenant) async throws {
    try terminal.wait(for: PseudoTerminal.armed)
    try terminal.cancelQuestion()
    try terminal.quit()
    try await tenant.expectUntouched()
  }
}
