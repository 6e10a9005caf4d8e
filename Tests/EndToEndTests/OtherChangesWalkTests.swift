import LocalTenant
import TerminalEmulator
import Testing

@Suite("APIs, roles, grants and sessions changed from the screens", .timeLimit(.minutes(5)))
struct OtherChangesWalkTests {
  @Test("RBAC is enabled once the API's name is typed, and u sets it as it was")
  func rbac() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.startOnList()
      terminal.send("3")
      try terminal.wait(for: "! off")
      terminal.send("/report\r")
      try terminal.wait(for: "1 of 4 APIs")
      terminal.send("e")
      try terminal.wait(for: "enforce_policies: false becomes true")
      terminal.send("y")
      try terminal.wait(for: "Type Reports API to go on")
      try terminal.typePhrase("Reports API", until: "[ Enable RBAC ]")
      terminal.send(Keys.tab + Keys.tab)
      try terminal.wait(for: "[▸Enable RBAC◂]")
      terminal.send(Keys.enter)
      try terminal.wait(for: "✓ Enabled RBAC for Reports API")
      try terminal.wait(until: { !$0.contains("! off") }, "the list read again")

      terminal.send("u")
      try terminal.wait(for: "It takes back run 1")
      try terminal.typePhrase("Reports API", until: "[ Disable RBAC ]")
      terminal.send(Keys.tab + Keys.tab)
      try terminal.wait(for: "[▸Disable RBAC◂]")
      terminal.send(Keys.enter)
      try terminal.wait(for: "✓ Disabled RBAC for Reports API")
      try terminal.wait(for: "! off")
      try terminal.quit()

      let writes = await tenant.writes()
      #expect(writes.map(\.method) == ["PATCH", "PATCH"])
      #expect(
        writes.map { String(decoding: $0.body, as: UTF8.self) } == [
          #"{"enforce_policies":true}"#, #"{"enforce_policies":false}"#,
        ])
    }
  }

  @Test("A role is deleted once its name is typed: it leaves the list, and those who held it")
  func deletion() async throws {
    try await withTenant(users: 60) { tenant in
      let auditor = try tenant.role("Auditor")
      let terminal = try tenant.startOnList()
      terminal.send("2")
      try terminal.wait(for: "Auditor")
      terminal.send("/auditor\r")
      try terminal.wait(for: "▸  Auditor")
      terminal.send("d")
      try terminal.wait(for: "Cannot be undone")
      terminal.send("y" + Keys.enter)
      try terminal.wait(for: "Type Auditor to go on")
      try terminal.typePhrase("Auditor", until: "[ Delete ]")
      terminal.send(Keys.tab + Keys.tab)
      try terminal.wait(for: "[▸Delete◂]")
      terminal.send(Keys.enter)
      try terminal.wait(for: "✓ Deleted Auditor (\(auditor))")
      try terminal.wait(until: { !$0.contains("Reads the log") }, "the list read again")
      try terminal.quit()

      let writes = await tenant.writes()
      #expect(writes.map(\.method) == ["DELETE"])
      #expect(writes.first?.path == "/api/v2/roles/\(auditor)")
      #expect(!tenant.server.roles(ofUser: LiveTenant.ana).contains(auditor))
    }
  }

  @Test("A role within an organization goes by its own call; the tenant's role of that name stays")
  func organizationRole() async throws {
    try await withTenant(users: 60) { tenant in
      let held = tenant.server.roles(ofUser: LiveTenant.ana)
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      terminal.send("ll")
      try terminal.wait(for: "Owner in Initech")
      terminal.send("jd")
      try terminal.wait(for: "in logins through Initech alone")
      try terminal.wait(for: PseudoTerminal.armed)
      terminal.send("y")
      try terminal.wait(for: "✓ Removed Owner in Initech from Ana Lima")
      try terminal.wait(until: { !$0.contains("  Owner in Initech  ") }, "the list read again")
      try terminal.quit()

      let writes = await tenant.writes()
      #expect(writes.map(\.method) == ["DELETE"])
      #expect(writes.first?.path.hasPrefix("/api/v2/organizations/org_") == true)
      #expect(
        writes.first?.path.contains("/members/auth0%7C63d17c50e99d3933163bdda9/roles") == true)
      #expect(tenant.server.roles(ofUser: LiveTenant.ana) == held)
    }
  }

  @Test("A user's sessions end by one call, after a question that says what that leaves")
  func sessions() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      // Until then the user has no name but the id.
      try terminal.wait(for: "48 logins")
      terminal.send("x")
      try terminal.wait(for: "End the sessions of a user")
      try terminal.wait(for: "Access tokens that are out already")
      try terminal.wait(for: "[ End  y ]")
      terminal.send("y")
      try terminal.wait(for: "✓ Ended the sessions and refresh tokens of Ana Lima")
      // There is no way back.
      #expect(!terminal.contents.contains("u to undo"))
      try terminal.quit()
      let writes = await tenant.writes()
      #expect(writes.map(\.method) == ["POST"])
      #expect(writes.first?.path.hasSuffix("/revoke-access") == true)
    }
  }
}
