import LocalTenant
import TerminalEmulator
import Testing

@Suite("From the list of users to a role removed", .timeLimit(.minutes(5)))
struct WalkTests {
  @Test("Search, open, ask, cancel, ask again, confirm: exactly one DELETE, and the role is gone")
  func walk() async throws {
    try await withTenant(users: 60) { tenant in
      let billing = try tenant.role("Billing Admin")
      let terminal = try tenant.startOnList()
      try openAna(terminal)

      terminal.send("d")
      try terminal.wait(for: PseudoTerminal.armed)
      let question = terminal.contents
      for part in [
        "Remove a role", "Billing Admin  \(billing)", "Ana Lima", "ana@acme.example (verified)",
        LiveTenant.ana, tenant.address.domain, "[▸Cancel◂]",
      ] {
        #expect(question.contains(part), "\(part)")
      }
      try terminal.cancelQuestion()
      try await tenant.expectUntouched()

      try terminal.askToRemove()
      terminal.send("y")
      try terminal.wait(for: "✓ Removed Billing Admin from Ana Lima (ana@acme.example, auth0|63d1…")
      try terminal.wait(for: "Roles 2")
      #expect(terminal.contents.rows.count { $0.contains("Billing Admin") } == 1)
      try terminal.quit()

      let writes = await tenant.writes()
      #expect(writes.count == 1)
      let removal = try #require(writes.first)
      #expect(removal.method == "DELETE")
      #expect(removal.path == "/api/v2/users/auth0%7C63d17c50e99d3933163bdda9/roles")
      #expect(removal.body == Array(#"{"roles":["\#(billing)"]}"#.utf8))
      #expect(removal.header("content-type") == "application/json")
      #expect(removal.header("cache-control") == "no-cache")
      #expect(removal.header("content-length") == String(removal.body.count))
      #expect(removal.header("x-correlation-id")?.hasPrefix("rolecall-") == true)
      #expect(removal.status == 204)
      let left = try ["Support", "Auditor"].map(tenant.role)
      #expect(tenant.server.roles(ofUser: LiveTenant.ana) == left)
      #expect(tenant.holds(LiveTenant.anaAtGoogle, "Billing Admin"))
      #expect(try tenant.home.holdsOnlyTheJournal())
    }
  }

  @Test("The same on the tenant of the demo, which leaves nothing behind")
  func demo() async throws {
    try await withOwnThread {
      let home = try TemporaryFolder()
      // So few calls a second that what is left of them tells each answer from the one before.
      let terminal = try PseudoTerminal.rolecall(
        ["demo", "--users", "60", "--rate", "0.001", "--burst", "1000"],
        environment: PseudoTerminal.environment(home: home))
      try terminal.wait(for: "ana@acme.example")
      try openAna(terminal)
      try terminal.askToRemove()
      terminal.send("y")
      try terminal.wait(for: "✓ Removed Billing Admin from Ana Lima")
      try terminal.wait(for: "Roles 2")
      let limit = terminal.contents.row(0)
      terminal.send(Keys.refresh)
      try terminal.wait(until: { $0.row(0) != limit }, "an answer to the refresh")
      try terminal.wait(until: { !$0.contains("reading…") }, "the end of the refresh")
      #expect(terminal.contents.contains("Roles 2"))
      try terminal.quit()
      #expect(home.isStillEmpty())
    }
  }

  @Test("Two marked roles go by one DELETE, after their number has been typed")
  func marked() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      terminal.send("  ")
      try terminal.wait(for: "● 2 marked")
      terminal.send("d")
      try terminal.wait(for: "Remove 2 roles")
      try terminal.wait(for: "Type 2 to go on")
      try terminal.typePhrase("2", until: "[ Remove ]")
      terminal.send(Keys.tab + Keys.tab)
      try terminal.wait(for: "[▸Remove◂]")
      terminal.send(Keys.enter)
      try terminal.wait(for: "✓ Removed Billing Admin, Support from Ana Lima")
      try terminal.wait(for: "Roles 1")
      try terminal.quit()

      let writes = await tenant.writes()
      let ids = try ["Billing Admin", "Support"].map(tenant.role)
      #expect(writes.map(\.method) == ["DELETE"])
      #expect(writes.first?.body == Array(#"{"roles":["\#(ids[0])","\#(ids[1])"]}"#.utf8))
      #expect(tenant.server.roles(ofUser: LiveTenant.ana) == [try tenant.role("Auditor")])
    }
  }

  @Test("Tab to Remove and Enter confirms as well as the key")
  func tabAndEnter() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      try terminal.askToRemove()
      terminal.send(Keys.tab + Keys.tab)
      try terminal.wait(for: "[▸Remove  y◂]")
      terminal.send(Keys.enter)
      try terminal.wait(for: "✓ Removed Billing Admin from Ana Lima")
      try terminal.quit()
      #expect(await tenant.writes().count == 1)
      #expect(!tenant.holds(LiveTenant.ana, "Billing Admin"))
    }
  }

  @Test("Enter where the question opens cancels: nothing is sent")
  func enterCancels() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      try terminal.askToRemove()
      terminal.send(Keys.enter)
      try terminal.wait(until: { !$0.showsQuestion }, "the question to be gone")
      try terminal.quit()
      try await tenant.expectUntouched()
    }
  }

  private func openAna(_ terminal: PseudoTerminal) throws {
    terminal.send("/ana")
    try terminal.wait(until: { !$0.isAboutEverybody }, "the search's answer")
    terminal.send(Keys.enter)
    try terminal.wait(until: { $0.contains("▸  Ana Lima") }, "the cursor on Ana")
    terminal.send(Keys.enter)
    try terminal.wait(for: "Roles 3")
  }
}

extension ScreenContents {
  /// Whether the list still shows all 60 users.
  fileprivate var isAboutEverybody: Bool { contains("50 of 60") || contains("60 users") }
}
