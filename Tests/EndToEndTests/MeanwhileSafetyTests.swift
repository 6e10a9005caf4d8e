import LocalTenant
import TerminalEmulator
import Testing

@Suite("What changes meanwhile cannot change what is removed", .timeLimit(.minutes(5)))
struct MeanwhileSafetyTests {
  @Test(
    "A role that somebody else removed while the question was open is not sent, and that is said")
  func removedMeanwhile() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      try terminal.askToRemove()
      tenant.server.removeRoles([try tenant.role("Billing Admin")], fromUser: LiveTenant.ana)
      terminal.send("y")
      try terminal.wait(
        until: { $0.sentences.contains("no longer held Billing Admin: nothing was sent for it.") },
        "what became of it")
      try terminal.wait(for: "Roles 2")
      try terminal.quit()
      #expect(await tenant.writes().isEmpty)
    }
  }

  @Test("Of two marked roles the one that somebody else removed is left out")
  func oneOfTwoRemovedMeanwhile() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      terminal.send("  ")
      try terminal.wait(for: "● 2 marked")
      terminal.send("d")
      try terminal.wait(for: "Type 2 to go on")
      try terminal.typePhrase("2", until: "[ Remove ]")
      tenant.server.removeRoles([try tenant.role("Billing Admin")], fromUser: LiveTenant.ana)
      terminal.send("\(Keys.tab)\(Keys.tab)\(Keys.enter)")
      try terminal.wait(for: "Removed Support from Ana Lima")
      try terminal.wait(
        until: { $0.sentences.contains("Billing Admin was no longer held: nothing was sent") },
        "what became of the other")
      try terminal.quit()
      let writes = await tenant.writes()
      let support = try tenant.role("Support")
      #expect(writes.map(\.body) == [Array(#"{"roles":["\#(support)"]}"#.utf8)])
    }
  }

  @Test("A role that was gone before the question offers nothing to confirm")
  func removedBeforeQuestion() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      tenant.server.removeRoles([try tenant.role("Billing Admin")], fromUser: LiveTenant.ana)
      terminal.send("d")
      try terminal.wait(for: "does not hold this role any more: there is nothing to remove.")
      try terminal.type("y", until: "The user does not hold this any more.")
      try terminal.cancelQuestion()
      try terminal.quit()
      #expect(await tenant.writes().isEmpty)
    }
  }

  @Test("Rows that a refresh moves do not move the question: it names the role by its id")
  func movedRows() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      terminal.send("jj")
      try terminal.wait(for: "▸  Auditor")
      tenant.server.removeRoles([try tenant.role("Billing Admin")], fromUser: LiveTenant.ana)
      tenant.server.assignRoles([try tenant.role("Owner")], toUser: LiveTenant.ana)
      tenant.server.assignRoles([try tenant.role("viewer")], toUser: LiveTenant.ana)
      terminal.send(Keys.refresh)
      try terminal.wait(for: "Roles 4")
      #expect(terminal.contents.contains("▸  Auditor"))
      try terminal.askToRemove()
      #expect(terminal.contents.contains("Auditor  \(try tenant.role("Auditor"))"))
      terminal.send("y")
      try terminal.wait(for: "✓ Removed Auditor from Ana Lima")
      try terminal.quit()
      #expect(await tenant.writes().count == 1)
      let left = try ["Support", "Owner", "viewer"].map(tenant.role)
      #expect(Set(tenant.server.roles(ofUser: LiveTenant.ana)) == Set(left))
    }
  }

  @Test("A refresh under way while the question opens changes nothing of it")
  func refreshBehindQuestion() async throws {
    try await withTenant(latency: .milliseconds(300)) { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      tenant.server.removeRoles([try tenant.role("Support")], fromUser: LiveTenant.ana)
      terminal.send("\(Keys.refresh)jd")
      try terminal.wait(for: "Support  \(try tenant.role("Support"))")
      try terminal.wait(for: "there is nothing to remove")
      try terminal.cancelQuestion()
      #expect(!terminal.contents.contains("▸"))
      try terminal.quit()
      #expect(await tenant.writes().isEmpty)
    }
  }

  @Test("Where the role under the cursor vanished, the trash key says so and asks nothing")
  func vanishedRow() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      tenant.server.removeRoles([try tenant.role("Billing Admin")], fromUser: LiveTenant.ana)
      terminal.send(Keys.refresh)
      try terminal.wait(for: "Roles 2")
      #expect(!terminal.contents.contains("▸"))
      terminal.send("dy")
      try terminal.wait(for: "Not now: no role is under the cursor.")
      #expect(!terminal.contents.showsQuestion)
      try terminal.quit()
      #expect(await tenant.writes().isEmpty)
    }
  }

  @Test("A mark goes with the role that vanished, and no other role takes its place")
  func vanishedMark() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      terminal.send(" ")
      try terminal.wait(for: "● 1 marked")
      tenant.server.removeRoles([try tenant.role("Billing Admin")], fromUser: LiveTenant.ana)
      terminal.send(Keys.refresh)
      try terminal.wait(for: "Roles 2")
      #expect(!terminal.contents.contains("●"))
      try terminal.askToRemove()
      #expect(terminal.contents.contains("Support  rol_"))
      try terminal.cancelQuestion()
      try terminal.quit()
      #expect(await tenant.writes().isEmpty)
    }
  }

  @Test("A user that was deleted while the question was open is told of, and nothing is sent")
  func userDeletedMeanwhile() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      try terminal.askToRemove()
      tenant.server.deleteUser(LiveTenant.ana)
      terminal.send("y")
      try terminal.wait(for: "! Billing Admin was not removed. The tenant knows no such thing")
      try terminal.quit()
      #expect(await tenant.writes().isEmpty)
    }
  }

  @Test("A user that was deleted before the question offers nothing to confirm")
  func userDeletedBefore() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      tenant.server.deleteUser(LiveTenant.ana)
      terminal.send("d")
      try terminal.wait(for: "This user does not exist any more.")
      try terminal.type("y", until: "The user does not exist any more.")
      try terminal.cancelQuestion()
      try terminal.quit()
      #expect(await tenant.writes().isEmpty)
    }
  }

  @Test("A user who got another name is asked about by the new name and the same id")
  func renamedUser() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      tenant.server.renameUser(LiveTenant.ana, to: "Ana Souza")
      try terminal.askToRemove()
      #expect(terminal.contents.contains("from Ana Souza"))
      #expect(terminal.contents.contains(LiveTenant.ana))
      try terminal.cancelQuestion()
      try terminal.quit()
      try await tenant.expectUntouched()
    }
  }
}
