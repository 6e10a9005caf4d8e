import FoundationEssentials
import LocalTenant
import TerminalEmulator
import Testing

@Suite("A removal, found on record", .timeLimit(.minutes(5)))
struct RecordWalkTests {
  @Test("It is opened among the runs, its change is seen, it is written to files and taken back")
  func walk() async throws {
    try await withTenant { tenant in
      let billing = try tenant.role("Billing Admin")
      // Files are written where the program was started.
      let terminal = try PseudoTerminal(
        path: "/bin/sh",
        arguments: [
          "-c", #"cd "$HOME" && exec "$0" "$@""#, BuiltProducts.path("rolecall"), "open",
          LiveTenant.ana,
        ], environment: tenant.environment(), columns: 110, rows: 30)
      try terminal.wait(for: "Roles 3")
      try terminal.askToRemove()
      terminal.send("y")
      try terminal.wait(for: "✓ Removed Billing Admin from Ana Lima")

      terminal.send("4")
      try terminal.wait(for: "✓ done: 1 of 1")
      terminal.send(Keys.enter)
      try terminal.wait(for: "Changes › Run 1")
      try terminal.wait(for: "✓ removed, verified")
      let record = terminal.contents
      for part in ["Ana Lima", LiveTenant.ana, "– Billing Admin", billing, "accepted", "rolecall-"]
      {
        #expect(record.contains(part), "\(part)")
      }
      #expect(!record.contains("@acme.example"), "the journal keeps no addresses")

      terminal.send("e")
      try terminal.wait(for: "Run 1 is written to")
      let files = try FileManager.default.contentsOfDirectory(atPath: tenant.home.path)
        .filter { $0.hasPrefix("rolecall-") }.sorted()
      #expect(files.map { $0.split(separator: ".").last } == ["csv", "json"])
      for file in files {
        let bytes = FileManager.default.contents(atPath: tenant.home.path + "/" + file)
        let text = String(decoding: bytes ?? Data(), as: UTF8.self)
        #expect(text.contains(LiveTenant.ana) && text.contains(billing), "\(file)")
        #expect(!text.contains("@acme.example"), "\(file)")
      }

      terminal.send("u")
      try terminal.wait(for: "GRANTS: assign a role to a user")
      try terminal.wait(for: "[ Assign  y ]")
      terminal.send("y")
      try terminal.wait(for: "Assigned Billing Admin to Ana Lima")
      #expect(tenant.holds(LiveTenant.ana, "Billing Admin"))
      terminal.send("6")
      try terminal.wait(for: "API log")
      try terminal.wait(for: "✓ 204")
      #expect(!terminal.contents.contains(String(tenant.address.token.prefix(20))))
      try terminal.quit()
      #expect(await tenant.writes().map(\.method) == ["DELETE", "POST"])
    }
  }
}
