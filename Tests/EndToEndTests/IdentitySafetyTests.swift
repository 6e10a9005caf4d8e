import LocalTenant
import TerminalEmulator
import Testing

@Suite("Only whom the question names loses only what it names", .timeLimit(.minutes(5)))
struct IdentitySafetyTests {
  @Test(
    "Of two users with one email the question names both, and only the right one loses the role")
  func sameEmail() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.anaAtGoogle)
      let roles = tenant.server.roles(ofUser: LiveTenant.anaAtGoogle)
      let steps = try #require(roles.firstIndex(of: try tenant.role("Billing Admin")))
      terminal.send(String(repeating: "j", count: steps))
      try terminal.wait(for: "▸  Billing Admin")
      try terminal.askToRemove()
      let warning =
        "1 more account has this email (\(LiveTenant.ana), also holds Billing Admin): not touched"
      let sentences = terminal.contents.sentences
      #expect(sentences.contains(warning))
      #expect(terminal.contents.contains("google-oauth2  \(LiveTenant.anaAtGoogle)"))
      terminal.send("y")
      try terminal.wait(for: "✓ Removed Billing Admin from Ana Lima (ana@acme.example, google-oau…")
      try terminal.quit()
      let writes = await tenant.writes()
      #expect(
        writes.map(\.path) == ["/api/v2/users/google-oauth2%7C104721366189034178813/roles"])
      #expect(!tenant.holds(LiveTenant.anaAtGoogle, "Billing Admin"))
      #expect(tenant.holds(LiveTenant.ana, "Billing Admin"))
    }
  }

  @Test("The last holder of a role: y does not remove, a paste does not, the name typed does")
  func lastHolder() async throws {
    try await withTenant { tenant in
      let breakGlass = try tenant.role("Break Glass Admin")
      let holder = try #require(tenant.server.users(withRole: breakGlass).first)
      let others = tenant.server.roles(ofUser: holder).filter { $0 != breakGlass }
      tenant.server.removeRoles(others, fromUser: holder)
      let terminal = try tenant.start(onRolesOf: holder)
      terminal.send("d")
      try terminal.wait(for: "! The last direct holder of Break Glass Admin")
      try terminal.wait(for: "Type Break Glass Admin to go on")
      try terminal.typePhrase("yyy", until: "go on: yyy")
      terminal.send(Keys.enter + Keys.enter)
      try terminal.wait(for: "[▸Remove◂]")
      terminal.send(Keys.enter)
      try terminal.wait(for: "Type Break Glass Admin first.")
      #expect(await tenant.writes().isEmpty)
      #expect(terminal.contents.showsQuestion)

      terminal.send("\u{1B}[Z\u{1B}[Z")
      try terminal.typePhrase("", until: "go on:")
      terminal.send(Keys.paste("Break Glass Admin"))
      try terminal.typePhrase("Break Glass Admi", until: "go on: Break Glass Admi")
      #expect(!terminal.contents.contains("[ Remove ]"))
      try terminal.typePhrase("Break Glass Admin", until: "[ Remove ]")
      terminal.send(Keys.tab + Keys.tab)
      try terminal.wait(for: "[▸Remove◂]")
      terminal.send(Keys.enter)
      try terminal.wait(for: "✓ Removed Break Glass Admin from")
      try terminal.quit()
      #expect(await tenant.writes().count == 1)
      #expect(tenant.server.users(withRole: breakGlass).isEmpty)
    }
  }

  @Test("A role marked as privileged takes its name, not a key")
  func privileged() async throws {
    try await withTenant { tenant in
      let terminal = try PseudoTerminal.rolecall(
        ["open", LiveTenant.ana],
        environment: tenant.environment().merging(["ROLECALL_PRIVILEGED_ROLES": "Auditor,Support"])
        {
          $1
        })
      try terminal.wait(for: "Roles 3")
      terminal.send("j")
      try terminal.wait(for: "▸  Support")
      terminal.send("d")
      try terminal.wait(for: "Type Support to go on")
      try terminal.typePhrase("y", until: "go on: y")
      try terminal.cancelQuestion()
      try terminal.quit()
      try await tenant.expectUntouched()
    }
  }

  @Test("A click on a row's trash mark is about that row alone, whatever is marked")
  func trashMark() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      terminal.send("  ")
      try terminal.wait(for: "● 2 marked")
      terminal.send(try terminal.trashMark(ofRowWith: "Auditor"))
      try terminal.wait(for: PseudoTerminal.armed)
      #expect(terminal.contents.contains("Remove a role"))
      #expect(terminal.contents.contains("Auditor  \(try tenant.role("Auditor"))"))
      terminal.send("y")
      try terminal.wait(for: "✓ Removed Auditor from Ana Lima")
      try terminal.quit()
      let writes = await tenant.writes()
      let auditor = try tenant.role("Auditor")
      #expect(writes.map(\.body) == [Array(#"{"roles":["\#(auditor)"]}"#.utf8)])
      let left = try ["Billing Admin", "Support"].map(tenant.role)
      #expect(tenant.server.roles(ofUser: LiveTenant.ana) == left)
    }
  }

  @Test("A click beside the trash marks asks nothing")
  func clickBeside() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      let row = try #require(terminal.contents.firstRow(containing: "Auditor"))
      terminal.send(Keys.click(column: 10, row: row))
      try terminal.wait(for: "▸  Auditor")
      try terminal.waitUntilKeysAreTaken()
      #expect(!terminal.contents.showsQuestion)
      try terminal.quit()
      try await tenant.expectUntouched()
    }
  }

  @Test("--read-only: the question offers nothing, and nothing is sent")
  func readOnly() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana, readOnly: true)
      #expect(terminal.contents.row(0).contains("read-only"))
      terminal.send("d")
      try terminal.wait(for: "Logins without an organization lose")
      try terminal.type("y", until: "This is read-only.")
      #expect(!terminal.contents.contains("[ Remove"))
      try terminal.cancelQuestion()
      try terminal.quit()
      try await tenant.expectUntouched()
    }
  }

  @Test("A question on 40 by 12 still shows whom and what it is about while it can be answered")
  func smallest() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana, columns: 40, rows: 12)
      try terminal.askToRemove()
      let text = terminal.contents.rows.map { $0.filter { !"│ ".contains($0) } }.joined()
      #expect(text.contains("BillingAdmin\(try tenant.role("Billing Admin"))"))
      #expect(text.contains(LiveTenant.ana))
      #expect(text.contains("ana@acme.example"))
      try terminal.cancelQuestion()
      try terminal.quit()
      try await tenant.expectUntouched()
    }
  }
}
