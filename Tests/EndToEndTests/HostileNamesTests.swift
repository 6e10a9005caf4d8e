import LocalTenant
import TerminalEmulator
import Testing

@Suite("Names that try to act on the terminal", .timeLimit(.minutes(5)))
struct HostileNamesTests {
  @Test("The list of awkward people stays aligned, and no name has taken effect")
  func list() async throws {
    try await withTenant(users: 60) { tenant in
      let terminal = try tenant.startOnList(columns: 120, rows: 80)
      try terminal.wait(for: "60 users")
      try expectUnharmed(terminal, tenant)
      let contents = terminal.contents
      let head = try #require(contents.firstRow(containing: "Latest login"))
      let column = try #require(contents.column(of: "Email", row: head))
      var count = 0
      for row in contents.cells[(head + 1)...] where row[column].text.isEmpty == false {
        let email = row[column...].map(\.text).prefix { !$0.isEmpty && $0 != " " }.joined()
        if email.isEmpty { continue }
        count += 1
        #expect(row[column - 1].text.allSatisfy { $0 == " " }, "\(email)")
        #expect(email.contains("@") || email.contains("…"), "\(email)")
      }
      #expect(count > 50)
      for shown in ["Eve‹1B›[2J‹1B›]0;owned‹7›", "Mallory ‹202E›nimda", "Ana‹200B› Lima"] {
        #expect(contents.contains(shown), "\(shown)")
      }
      try terminal.quit()
      try expectNoForeignSequence(terminal)
    }
  }

  @Test("Every one of them can be opened and left again")
  func open() async throws {
    try await withTenant(users: 60) { tenant in
      let terminal = try tenant.startOnList(columns: 120, rows: 40)
      for (index, id) in tenant.server.userIDs().enumerated() {
        terminal.send(index == 0 ? Keys.enter : "j\(Keys.enter)")
        let end = String(id.suffix(6))
        try terminal.wait(
          until: { $0.row(2).contains(end) && $0.contains("Comes from") }, "the user \(id)")
        try terminal.wait(until: { !$0.contains("reading…") }, "the roles of \(id)")
        #expect(terminal.contents.isAlternateScreen)
        try terminal.goBack()
      }
      try expectUnharmed(terminal, tenant)
      try terminal.quit()
      try expectNoForeignSequence(terminal)
    }
  }

  @Test(
    "A name of 300 characters leaves email, user id and role id in the question",
    arguments: [(80, 24), (120, 40)])
  func longName(columns: Int, rows: Int) async throws {
    try await withTenant(users: 60) { tenant in
      let hubert = "auth0|63d17c50e99d3933163c0009"
      let support = try tenant.role("Support")
      tenant.server.removeRoles(tenant.server.roles(ofUser: hubert), fromUser: hubert)
      tenant.server.assignRoles([support], toUser: hubert)
      let terminal = try tenant.start(onRolesOf: hubert, columns: columns, rows: rows)
      try terminal.askToRemove()
      for part in ["Support  \(support)", "hubert@acme.example (verified)", hubert] {
        #expect(terminal.contents.contains(part), "\(part)")
      }
      try terminal.cancelQuestion()
      try terminal.quit()
      #expect(await tenant.writes().isEmpty)
    }
  }

  @Test("A name full of sequences is visible in the question and in what is said afterwards")
  func escapesInQuestion() async throws {
    try await withTenant(users: 60) { tenant in
      let eve = "auth0|63d17c50e99d3933163c0006"
      tenant.server.removeRoles(tenant.server.roles(ofUser: eve), fromUser: eve)
      tenant.server.assignRoles([try tenant.role("Support")], toUser: eve)
      let terminal = try tenant.start(onRolesOf: eve)
      try terminal.askToRemove()
      #expect(terminal.contents.contains("from Eve‹1B›[2J‹1B›]0;owned‹7›"))
      terminal.send("y")
      try terminal.wait(for: "✓ Removed Support from Eve‹1B›[2J‹1B›]0;owned‹7›")
      try expectUnharmed(terminal, tenant)
      try terminal.quit()
      try expectNoForeignSequence(terminal)
      #expect(await tenant.writes().count == 1)
    }
  }

  @Test("Ids with slashes, spaces, signs and other scripts reach the tenant as one segment")
  func awkwardIDs() async throws {
    try await withTenant(users: 60) { tenant in
      let support = try tenant.role("Support")
      let ids = tenant.server.userIDs().filter { id in
        ["ops/team", "q?x=1", "佐藤"].contains { id.contains($0) }
      }
      #expect(ids.count == 3)
      for id in ids {
        tenant.server.removeRoles(tenant.server.roles(ofUser: id), fromUser: id)
        tenant.server.assignRoles([support], toUser: id)
        let terminal = try tenant.start(onRolesOf: id)
        try terminal.askToRemove()
        terminal.send("y")
        try terminal.wait(for: "✓ Removed Support from")
        try terminal.quit()
        #expect(tenant.server.roles(ofUser: id).isEmpty, "\(id)")
      }
      let writes = await tenant.writes()
      #expect(writes.count == 3)
      #expect(writes.allSatisfy { $0.path.split(separator: "/").count == 5 && $0.status == 204 })
    }
  }

  /// The terminal is still the program's: its title, its screen, its cursor.
  private func expectUnharmed(
    _ terminal: PseudoTerminal, _ tenant: LiveTenant,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let contents = terminal.contents
    #expect(
      contents.title == "rolecall – \(tenant.address.domain)", sourceLocation: sourceLocation)
    #expect(contents.isAlternateScreen, sourceLocation: sourceLocation)
    #expect(contents.isMouseReported, sourceLocation: sourceLocation)
    #expect(!contents.isCursorVisible, sourceLocation: sourceLocation)
  }

  /// No bell, no title but ours, no control character of eight bits.
  private func expectNoForeignSequence(
    _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var output = terminal.rawText.unicodeScalars[...]
    var bells = 0
    var titles = 0
    while let scalar = output.popFirst() {
      if scalar == "\u{7}" { bells += 1 }
      if scalar == "\u{1B}", output.first == "]" {
        #expect(
          output.starts(with: "]2;rolecall – ".unicodeScalars), sourceLocation: sourceLocation)
        titles += 1
      }
      #expect(!(0x80...0x9F).contains(scalar.value), sourceLocation: sourceLocation)
      #expect(scalar != "\u{202E}" && scalar != "\u{200B}", sourceLocation: sourceLocation)
    }
    // Each title ends in one.
    #expect(bells == titles, sourceLocation: sourceLocation)
  }
}
