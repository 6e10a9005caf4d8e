import FoundationEssentials
import Glibc
import LocalTenant
import TerminalEmulator
import Testing

@Suite("The commands that change a tenant", .timeLimit(.minutes(5)))
struct ChangesCommandTests {
  private struct Result: Decodable {
    let run: Int
    let state: String
    let fulfilled: Bool
    let counts: [String: Int]
  }

  @Test("remove of one role, confirmed with --yes: done, read back, and told as JSON")
  func removeOne() async throws {
    try await withTenant { tenant in
      let run = try tenant.run(
        "remove", "Billing Admin", "--user", LiveTenant.ana, "--yes", "--json")
      #expect(run.end == .exited(0))
      let result = try JSONDecoder().decode(Result.self, from: Data(run.output.utf8))
      #expect(result.fulfilled && result.state == "done" && result.counts == ["done": 1])
      #expect(!tenant.holds(LiveTenant.ana, "Billing Admin"))
      #expect(tenant.holds(LiveTenant.ana, "Support"))
      #expect(tenant.holds(LiveTenant.anaAtGoogle, "Billing Admin"))
      let writes = await tenant.writes()
      #expect(writes.map(\.method) == ["DELETE"])
      for part in [
        "refund:invoices", "through Support", LiveTenant.anaAtGoogle, "rolecall undo 1",
        "rolecall revoke-access --user 'auth0|",
      ] {
        #expect(run.errors.contains(part), "\(part)")
      }
    }
  }

  @Test("Without a terminal and without --yes nothing is sent: status 2")
  func nobodyToAsk() async throws {
    try await withTenant { tenant in
      let run = try tenant.run("remove", "Billing Admin", "--user", LiveTenant.ana)
      #expect(run.end == .exited(2))
      #expect(run.errors.contains("--yes"))
      try await tenant.expectUntouched()
    }
  }

  @Test("What is so already is not sent")
  func alreadySo() async throws {
    try await withTenant { tenant in
      let run = try tenant.run("assign", "Support", "--user", LiveTenant.ana, "--yes")
      #expect(run.end == .exited(0))
      #expect(run.output.contains("so already"))
      try await tenant.expectUntouched()
    }
  }

  @Test("A file of users with a line that names nobody: status 2, the line, and nothing sent")
  func unknownLine() async throws {
    try await withTenant { tenant in
      let file = tenant.home.path + "/users"
      try Data("\(LiveTenant.ana)\n\nnobody\nana@acme.example\n".utf8)
        .write(to: URL(filePath: file))
      let run = try tenant.run("remove", "Auditor", "--users-from", file, "--yes")
      #expect(run.end == .exited(2))
      #expect(run.errors.contains("line 3: nobody is called so"))
      #expect(run.errors.contains("line 4: 2 users are called so"))
      #expect(run.errors.contains("id:\(LiveTenant.anaAtGoogle)"))
      try await tenant.expectUntouched()
    }
  }

  @Test("A search's hits are read by id, and those alone are touched")
  func byQuery() async throws {
    try await withTenant { tenant in
      let run = try tenant.run(
        "remove", "Billing Admin", "--query", "email:\"ana@acme.example\"", "--yes")
      #expect(run.end == .exited(0))
      #expect(!tenant.holds(LiveTenant.ana, "Billing Admin"))
      #expect(!tenant.holds(LiveTenant.anaAtGoogle, "Billing Admin"))
      let reads = await tenant.server.recordedRequests().filter { $0.method == "GET" }
      for id in ["63d17c50e99d3933163bdda9", "104721366189034178813"] {
        #expect(reads.contains { $0.path.hasSuffix(id) }, "\(id) is read by id")
      }
    }
  }

  @Test("One plans, another applies, once; and only the file that was agreed upon")
  func planAndApply() async throws {
    try await withTenant { tenant in
      let file = tenant.home.path + "/plan"
      let role = try tenant.role("Support")
      let holders = tenant.server.users(withRole: role)
      let planned = try tenant.run(
        "remove", "Support", "--all-members", "--plan", file, "--reason", "SEC-418", "--json")
      #expect(planned.end == .exited(0))
      #expect(await tenant.writes().isEmpty)
      var status = stat()
      #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
      struct Written: Decodable {
        let sha256: String
        let removals: Int
      }
      let written = try JSONDecoder().decode(Written.self, from: Data(planned.output.utf8))
      #expect(written.removals == holders.count)

      let other = LiveTenant(
        server: tenant.server, address: tenant.address, home: try TemporaryFolder())
      let wrong = try other.run(
        "apply", file, "--yes", "--expect-sha256", String(repeating: "0", count: 64))
      #expect(wrong.end == .exited(2))
      #expect(await tenant.writes().isEmpty)

      let applied = try other.run("apply", file, "--yes", "--expect-sha256", written.sha256)
      #expect(applied.end == .exited(0))
      #expect(applied.errors.contains("as the file claims"))
      #expect(tenant.server.users(withRole: role).isEmpty)
      let count = await tenant.writes().count

      let again = try other.run("apply", file, "--yes")
      #expect(again.end == .exited(2))
      #expect(again.errors.contains("applied already, in run 1"))
      #expect(await tenant.writes().count == count)
      let history = try other.run("history", "1")
      #expect(history.output.contains("SEC-418") && history.output.contains(written.sha256))
    }
  }

  @Test("A plan that grants is applied with --allow-assign alone")
  func grantsNeedLeave() async throws {
    try await withTenant { tenant in
      let file = tenant.home.path + "/plan"
      let planned = try tenant.run("assign", "Owner", "--user", LiveTenant.ana, "--plan", file)
      #expect(planned.end == .exited(0))
      let refused = try tenant.run("apply", file, "--yes")
      #expect(refused.end == .exited(2))
      #expect(refused.errors.contains("--allow-assign"))
      try await tenant.expectUntouched()
      #expect(try tenant.run("apply", file, "--yes", "--allow-assign").end == .exited(0))
      #expect(tenant.holds(LiveTenant.ana, "Owner"))
    }
  }

  @Test("A plan file that was cut off is refused before anything is asked of the tenant")
  func truncatedPlan() async throws {
    try await withTenant { tenant in
      let file = tenant.home.path + "/plan"
      _ = try tenant.run("remove", "Support", "--all-members", "--plan", file)
      let bytes = try Data(contentsOf: URL(filePath: file))
      try bytes.dropLast(10).write(to: URL(filePath: file + "-cut"))
      let run = try tenant.run("apply", file + "-cut", "--yes")
      #expect(run.end == .exited(2))
      try await tenant.expectUntouched()
    }
  }

  @Test("undo gives back what a run took, as a grant; history says so, and its chain holds")
  func undo() async throws {
    try await withTenant { tenant in
      _ = try tenant.run("remove", "Billing Admin", "--user", LiveTenant.ana, "--yes")
      let unnamed = try tenant.run("undo", "--yes")
      #expect(unnamed.end == .exited(2))
      let undo = try tenant.run("undo", "1", "--yes")
      #expect(undo.end == .exited(0))
      #expect(undo.errors.contains("GRANTS: 1 change lets somebody do more."))
      #expect(tenant.holds(LiveTenant.ana, "Billing Admin"))

      let second = try tenant.run("undo", "1", "--yes")
      #expect(second.end == .exited(1))
      #expect(second.errors.contains("left out"))

      struct Run: Decodable {
        struct Beginning: Decodable { let undoes: Int? }
        let run: Int
        let beginning: Beginning
      }
      let history = try tenant.run("history", "--json")
      let runs = try JSONDecoder().decode([Run].self, from: Data(history.output.utf8))
      #expect(runs.map(\.run) == [2, 1])
      #expect(runs.map(\.beginning.undoes) == [1, nil])
      let check = try tenant.run("history", "verify")
      #expect(check.end == .exited(0) && check.output.contains("records hold"))
      let purge = try tenant.run("history", "purge", "--user", LiveTenant.ana, "--yes")
      #expect(purge.end == .exited(0))
      let shown = try tenant.run("history", "1")
      #expect(!shown.output.contains(LiveTenant.ana))
      #expect(try tenant.run("history", "verify").end == .exited(0))
    }
  }

  @Test("--confirm with another name than the role's: status 2, and nothing sent")
  func wrongName() async throws {
    try await withTenant { tenant in
      let environment = tenant.environment().merging(
        ["ROLECALL_PRIVILEGED_ROLES": "Billing Admin"]
      ) { $1 }
      let arguments = ["remove", "Billing Admin", "--user", LiveTenant.ana, "--yes", "--confirm"]
      let wrong = try CommandRun(arguments + ["Support"], environment: environment)
      #expect(wrong.end == .exited(2))
      #expect(wrong.errors.contains("--confirm 'Billing Admin'"))
      try await tenant.expectUntouched()
      let right = try CommandRun(arguments + ["Billing Admin"], environment: environment)
      #expect(right.end == .exited(0))
    }
  }

  @Test("Read-only shows the plan and changes nothing: status 2")
  func readOnly() async throws {
    try await withTenant { tenant in
      let run = try tenant.run(
        "remove", "Billing Admin", "--user", LiveTenant.ana, "--yes", "--read-only")
      #expect(run.end == .exited(2))
      #expect(run.errors.contains("refund:invoices"))
      #expect(run.errors.contains("This is read-only"))
      try await tenant.expectUntouched()
    }
  }

  @Test("A token that lacks the scope: status 4, the scope named, nothing sent")
  func missingScope() async throws {
    try await withTenant { tenant in
      let token = try await tenant.server.token(scopes: ["read:users", "read:roles"])
      let run = try tenant.run(
        "remove", "Billing Admin", "--user", LiveTenant.ana, "--yes", token: token)
      #expect(run.end == .exited(4))
      #expect(run.errors.contains("update:users"))
      try await tenant.expectUntouched()
    }
  }

  @Test("On a terminal it asks, and what was typed decides", arguments: [false, true])
  func asks(goesOn: Bool) async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(
        "remove", "Billing Admin", "--user", LiveTenant.ana, columns: 160, rows: 40)
      try terminal.wait(for: "y goes on, anything else does not:")
      try await tenant.expectUntouched()
      terminal.send(goesOn ? "y\r" : "\r")
      #expect(try terminal.waitForExit() == .exited(goesOn ? 0 : 1))
      #expect(tenant.holds(LiveTenant.ana, "Billing Admin") == !goesOn)
      #expect(
        terminal.contents.contains(goesOn ? "Run 1: 1 change: 1 done." : "Nothing was changed."))
    }
  }

  @Test("An interrupted run ends with status 130 and says how to go on; resume finishes it")
  func interrupted() async throws {
    try await withTenant(users: 300, latency: .milliseconds(150), rate: 25, burst: 50) { tenant in
      let role = try tenant.role("Support")
      let holders = tenant.server.users(withRole: role)
      let terminal = try tenant.start(
        "remove", "Support", "--all-members", "--yes", columns: 160, rows: 60)
      try terminal.wait(
        until: { $0.contains("of \(holders.count)") && !$0.contains(", reading") },
        "the run to be under way")
      terminal.send(Keys.interrupt)
      #expect(try terminal.waitForExit() == .exited(130))
      #expect(terminal.contents.contains("To go on: rolecall resume 1"))
      #expect(!tenant.server.users(withRole: role).isEmpty)

      // It goes on first; what failed of it is repeated then.
      let early = try tenant.run("retry", "1", "--yes")
      #expect(early.end == .exited(2) && early.errors.contains("rolecall resume 1"))
      let resumed = try tenant.run("resume", "--yes")
      #expect(resumed.end == .exited(0))
      #expect(tenant.server.users(withRole: role).isEmpty)
      let targets = await tenant.writes().map(\.path)
      #expect(Set(targets).count == targets.count)
      #expect(targets.count == holders.count)
      #expect(try tenant.run("resume", "1", "--yes").end == .exited(2))
    }
  }

  @Test("retry repeats what was refused, as a run of its own, and nothing else")
  func retry() async throws {
    try await withTenant(users: 300) { tenant in
      // Nobody holds more than 50 roles: one more is refused.
      let user = try #require(
        tenant.server.userIDs().first { tenant.server.roles(ofUser: $0).count == 50 })
      let held = tenant.server.roles(ofUser: user)
      let role = try #require(tenant.server.roleIDs().first { !held.contains($0) })
      let refused = try tenant.run("assign", role, "--user", user, "--yes")
      #expect(refused.end == .exited(1))
      #expect(refused.errors.contains("rolecall retry 1"))

      #expect(try tenant.run("retry", "--yes").end == .exited(2))
      #expect(try tenant.run("retry", "9", "--yes").end == .exited(2))
      let other = try #require(held.first)
      #expect(tenant.server.removeRoles([other], fromUser: user))
      let retried = try tenant.run("retry", "1", "--yes")
      #expect(retried.end == .exited(0), "\(retried.errors)")
      #expect(retried.errors.contains("GRANTS: 1 change lets somebody do more."))
      #expect(tenant.server.roles(ofUser: user).contains(role))

      // What was done in between is left out, and so nothing is left.
      let again = try tenant.run("retry", "1", "--yes")
      #expect(again.end == .exited(1))
      #expect(again.errors.contains("Nothing of run 1 is to be repeated."))
      #expect(try tenant.run("history", "2").output.contains("run 1"))
      let writes = await tenant.writes()
      #expect(writes.count == 2)
    }
  }

  @Test("A run on record is CSV for a spreadsheet and JSON for a script")
  func export() async throws {
    try await withTenant { tenant in
      _ = try tenant.run("remove", "Billing Admin", "--user", LiveTenant.ana, "--yes")
      let csv = try tenant.run("history", "1", "--csv")
      #expect(csv.end == .exited(0))
      let lines = csv.output.split(separator: "\r\n")
      #expect(lines.count == 2)
      #expect(lines[0].hasPrefix("\"tenant\",\"run\""))
      #expect(lines[1].contains("\"remove_role\",\"done\""))
      #expect(lines[1].contains(LiveTenant.ana))
      struct Run: Decodable {
        struct Change: Decodable { let result: String }
        let tenant: String
        let changes: [Change]
      }
      let json = try tenant.run("history", "1", "--json")
      let run = try JSONDecoder().decode(Run.self, from: Data(json.output.utf8))
      #expect(run.changes.map(\.result) == ["done"])
      #expect(run.tenant == tenant.address.domain)
      #expect(try tenant.run("history", "--csv").end == .exited(2))
    }
  }

  @Test("revoke-access ends sessions and says what it does not do")
  func revokeAccess() async throws {
    try await withTenant { tenant in
      let run = try tenant.run("revoke-access", "--user", LiveTenant.ana, "--yes")
      #expect(run.end == .exited(0))
      #expect(run.errors.contains("access tokens already issued live on"))
      let writes = await tenant.writes()
      #expect(writes.map(\.method) == ["POST"])
      #expect(writes.allSatisfy { $0.path.contains("revoke-access") })
    }
  }

  @Test(
    "A call that contradicts itself is refused: status 2",
    arguments: [
      ["remove", "Support"], ["remove", "--user", "auth0|1"],
      ["remove", "Support", "--user", "auth0|1", "--all-members"],
      ["assign", "Support", "--all-members"], ["remove", "Support", "--query", " "],
      ["history", "purge"], ["history", "purge", "--before", "yesterday"],
      ["history", "purge", "--user", "ana@acme.example"], ["revoke-access"],
    ])
  func wrongCalls(arguments: [String]) async throws {
    try await withTenant { tenant in
      let run = try CommandRun(arguments, environment: tenant.environment())
      #expect(run.end == .exited(2))
      #expect(await tenant.server.recordedRequests().isEmpty)
    }
  }
}
