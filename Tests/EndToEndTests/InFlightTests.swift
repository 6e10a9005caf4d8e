import Glibc
import LocalTenant
import TerminalEmulator
import Testing

@Suite("A removal under way is finished and told of", .timeLimit(.minutes(5)))
struct InFlightTests {
  @Test("When a signal asks for the end", arguments: [SIGTERM, SIGINT, SIGHUP])
  func signal(number: Int32) async throws {
    try await withTenant(latency: .milliseconds(300)) { tenant in
      let terminal = try startRemoving(tenant)
      terminal.signal(number)
      #expect(try terminal.waitForExit() == .killed(number))
      terminal.expectGivenBack()
      #expect(terminal.afterScreen.contains("finishing the removal that is under way"))
      #expect(terminal.afterScreen.contains("Removed Billing Admin from Ana Lima"))
      try await expectRemoved(tenant)
    }
  }

  @Test("When the quit key is pressed", arguments: ["q", Keys.interrupt])
  func quit(key: String) async throws {
    try await withTenant(latency: .milliseconds(300)) { tenant in
      let terminal = try startRemoving(tenant)
      terminal.send(key)
      #expect(try terminal.waitForExit() == .exited(0))
      terminal.expectGivenBack()
      #expect(terminal.afterScreen.contains("Removed Billing Admin from Ana Lima"))
      try await expectRemoved(tenant)
    }
  }

  @Test("When the terminal goes away")
  func hangUp() async throws {
    try await withTenant(latency: .milliseconds(300)) { tenant in
      let terminal = try startRemoving(tenant)
      terminal.hangUp()
      let end = try terminal.waitForExit()
      #expect(end == .killed(SIGHUP) || end == .exited(130))
      try await expectRemoved(tenant)
    }
  }

  @Test("When the person goes elsewhere, and a second removal has to wait")
  func leaving() async throws {
    try await withTenant(latency: .milliseconds(300)) { tenant in
      let terminal = try startRemoving(tenant)
      terminal.send("jd")
      try terminal.wait(for: "▸  Support")
      #expect(!terminal.contents.showsQuestion)
      terminal.send(Keys.escape)
      try terminal.wait(for: "✓ Removed Billing Admin from Ana Lima")
      try terminal.quit()
      try await expectRemoved(tenant)
    }
  }

  /// Confirms a removal, and returns while it is under way.
  private func startRemoving(_ tenant: LiveTenant) throws -> PseudoTerminal {
    let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
    try terminal.askToRemove()
    terminal.send("y")
    try terminal.wait(for: "· Removing Billing Admin from Ana Lima …")
    return terminal
  }

  private func expectRemoved(_ tenant: LiveTenant) async throws {
    #expect(await tenant.writes().count == 1)
    let left = try ["Support", "Auditor"].map(tenant.role)
    #expect(tenant.server.roles(ofUser: LiveTenant.ana) == left)
  }
}
