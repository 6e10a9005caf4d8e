import LocalTenant
import TerminalEmulator
import Testing

@Suite("Read-only: no command writes", .timeLimit(.minutes(5)))
struct ReadOnlyCommandTests {
  /// The ways to say so.
  enum Way: String, CaseIterable, Sendable {
    case flag
    case environment
  }

  /// The commands that change a tenant, on one that has a run on record and a plan in a file.
  static let commands: [[String]] = [
    ["remove", "Billing Admin", "--user", LiveTenant.ana],
    ["assign", "Contractor", "--user", LiveTenant.ana],
    ["revoke-access", "--user", LiveTenant.ana],
    ["apply", "PLAN"],
    ["undo", "1"],
  ]

  @Test(
    "A command that changes a tenant is refused: status 2, the reason, and nothing sent",
    arguments: Way.allCases, commands)
  func refuses(way: Way, command: [String]) async throws {
    try await withTenant { tenant in
      let plan = tenant.home.path + "/plan.json"
      for arguments in [
        ["assign", "Contractor", "--user", LiveTenant.anaAtGoogle, "--yes"],
        ["remove", "Support", "--user", LiveTenant.ana, "--plan", plan],
      ] {
        let run = try CommandRun(arguments, environment: tenant.environment())
        #expect(run.end == .exited(0), "\(run.errors)")
      }
      let before = await tenant.writes()
      #expect(before.count == 1)
      let run = try readOnly(
        command.map { $0 == "PLAN" ? plan : $0 } + ["--yes"], way, tenant)
      #expect(run.end == .exited(2))
      #expect(run.errors.contains("This is read-only"), "\(run.errors)")
      #expect(await tenant.writes() == before)
      #expect(tenant.holds(LiveTenant.ana, "Billing Admin"))
    }
  }

  @Test("A run that was interrupted is not gone on with", arguments: Way.allCases)
  func resume(way: Way) async throws {
    try await withTenant(users: 300, latency: .milliseconds(100), rate: 25, burst: 50) { tenant in
      let holders = tenant.server.users(withRole: try tenant.role("Support"))
      let terminal = try tenant.start(
        "remove", "Support", "--all-members", "--yes", columns: 160, rows: 60)
      try terminal.wait(
        until: { $0.contains("of \(holders.count)") && !$0.contains(", reading") },
        "the run to be under way")
      terminal.send(Keys.interrupt)
      #expect(try terminal.waitForExit() == .exited(130))
      let before = await tenant.writes()
      let run = try readOnly(["resume", "1", "--yes"], way, tenant)
      #expect(run.end == .exited(2))
      #expect(run.errors.contains("This is read-only"), "\(run.errors)")
      #expect(await tenant.writes() == before)
    }
  }

  private func readOnly(
    _ arguments: [String], _ way: Way, _ tenant: LiveTenant
  ) throws -> CommandRun {
    var environment = tenant.environment()
    if way == .environment { environment["ROLECALL_READ_ONLY"] = "1" }
    return try CommandRun(
      arguments + (way == .flag ? ["--read-only"] : []), environment: environment)
  }
}
