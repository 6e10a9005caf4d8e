import FoundationEssentials
import LocalTenant
import TerminalEmulator
import Testing

@Suite("From marked users to a role removed from them, and given back", .timeLimit(.minutes(5)))
struct MarkedWalkTests {
  private struct Listed: Decodable {
    let id: String

    private enum CodingKeys: String, CodingKey {
      case id = "user_id"
    }
  }

  @Test("Users, mark three, the trash key, the role, 3 typed, the run, u: each as it was before")
  func users() async throws {
    try await withTenant(users: 60) { tenant in
      let three = try Self.give("Billing Admin", toFirst: 3, tenant)
      let before = three.map { tenant.server.roles(ofUser: $0) }
      let count = await tenant.writes().count
      let terminal = try tenant.startOnList()
      terminal.send("   d")
      try terminal.wait(for: "Remove Roles")
      try terminal.wait(for: "3 of 3")
      terminal.send("/billing adm" + Keys.enter)
      try terminal.wait(until: { $0.contains("▸  Billing Admin") }, "the cursor on the role")
      terminal.send("d")
      try Self.confirm(terminal, "Remove a role from 3 users", "Remove")
      try terminal.wait(until: { $0.count(of: "✓ removed, verified") == 3 }, "three removals")
      for user in three { #expect(!tenant.holds(user, "Billing Admin")) }
      let removals = await tenant.writes().dropFirst(count)
      #expect(Set(removals.map(\.method)) == ["DELETE"])
      #expect(removals.count == 3)

      try Self.undo(terminal)
      for (user, roles) in zip(three, before) {
        #expect(Set(tenant.server.roles(ofUser: user)) == Set(roles))
      }
      // The run's screen, and the list as it was left: the choice of roles is not between them.
      try terminal.type(Keys.escape, until: "Latest login")
      try terminal.wait(for: "● 3 marked")
      try terminal.quit()
    }
  }

  @Test("Roles, a role, its members, mark three, the trash key, 3 typed, the run, u")
  func members() async throws {
    try await withTenant(users: 60) { tenant in
      _ = try Self.give("Billing Admin", toFirst: 3, tenant)
      let terminal = try tenant.startOnList()
      terminal.send("2")
      try terminal.wait(for: "Held directly by")
      terminal.send("/billing adm" + Keys.enter)
      try terminal.wait(until: { $0.contains("▸  Billing Admin") }, "the cursor on the role")
      terminal.send(Keys.enter)
      try terminal.wait(for: "Settings")
      let all = tenant.server.users(withRole: try tenant.role("Billing Admin"))
      try terminal.wait(until: { $0.contains("\(all.count) users") }, "all members")
      terminal.send("   d")
      try Self.confirm(terminal, "Remove a role from 3 users", "Remove")
      try terminal.wait(until: { $0.count(of: "✓ removed, verified") == 3 }, "three removals")
      let left = tenant.server.users(withRole: try tenant.role("Billing Admin"))
      #expect(left.count == all.count - 3)

      try Self.undo(terminal)
      #expect(
        Set(tenant.server.users(withRole: try tenant.role("Billing Admin"))) == Set(all))
      // The members are back in their list.
      try terminal.type(Keys.escape, until: "\(all.count) users")
      try terminal.quit()
    }
  }

  @Test("Roles, a role, a: a user found by a search is given it, and stands in its list")
  func addUsers() async throws {
    try await withTenant(users: 60) { tenant in
      let terminal = try tenant.startOnList()
      terminal.send("2")
      try terminal.wait(for: "Held directly by")
      terminal.send("/support" + Keys.enter)
      try terminal.wait(until: { $0.contains("▸  Support") }, "the cursor on the role")
      terminal.send(Keys.enter)
      try terminal.wait(for: "Settings")
      let before = tenant.server.users(withRole: try tenant.role("Support"))
      try terminal.wait(until: { $0.contains("\(before.count) user") }, "all members")
      terminal.send("a")
      try terminal.wait(for: "Add Users")
      try terminal.wait(for: "✓ holds it")
      terminal.send(Keys.tab + "A")
      try terminal.wait(for: "marked")
      terminal.send("U/email:ana@acme.example" + Keys.enter)
      try terminal.wait(for: "─ 2 users ─")
      // One of them holds it already, and can be marked by no key.
      terminal.send("A")
      try terminal.wait(for: "● 1 marked")
      terminal.send(Keys.enter)
      try terminal.wait(for: "GRANTS: assign a role to a user")
      try terminal.wait(for: "[ Assign  y ]")
      try terminal.type("y", until: { !$0.contains("GRANTS") }, "the assignment to begin")
      try terminal.wait(for: "✓ Assigned Support to Ana Lima")
      let now = tenant.server.users(withRole: try tenant.role("Support"))
      #expect(Set(now).subtracting(before) == [LiveTenant.anaAtGoogle])
      try terminal.wait(for: "\(now.count) users")
      try terminal.quit()
    }
  }

  /// Gives a role to the first users of the list, of whom the list shows all.
  private static func give(
    _ role: String, toFirst count: Int, _ tenant: LiveTenant
  ) throws -> [String] {
    let listed = try JSONDecoder().decode(
      [Listed].self, from: Data(try tenant.run("users", "list", "--json").output.utf8))
    let first = listed.prefix(count).map(\.id)
    let id = try tenant.role(role)
    for user in first where !tenant.holds(user, role) {
      #expect(tenant.server.assignRoles([id], toUser: user))
    }
    return first
  }

  /// Types the number that the open question asks for, and presses its button.
  private static func confirm(
    _ terminal: PseudoTerminal, _ title: String, _ button: String
  ) throws {
    try terminal.wait(for: title)
    try terminal.wait(for: "Type 3 to go on")
    try terminal.typePhrase("3", until: "[ \(button) ]")
    terminal.send(Keys.tab + Keys.tab)
    try terminal.wait(for: "[▸\(button)◂]")
    terminal.send(Keys.enter)
  }

  /// Takes the last run back, which is a grant.
  private static func undo(_ terminal: PseudoTerminal) throws {
    try terminal.type("u", until: "GRANTS")
    try confirm(terminal, "GRANTS: assign a role to 3 users", "Assign")
    try terminal.wait(until: { $0.count(of: "✓ assigned, verified") == 3 }, "three assignments")
  }
}

extension ScreenContents {
  /// In how many rows a text stands.
  fileprivate func count(of text: String) -> Int { rows.count { $0.contains(text) } }
}
