import FoundationEssentials
import Glibc
import LocalTenant
import TerminalEmulator
import Testing

@Suite("The command line", .timeLimit(.minutes(5)))
struct CommandLineTests {
  @Test("open takes an id, and an email that just one user has", arguments: [false, true])
  func open(byEmail: Bool) async throws {
    try await withTenant { tenant in
      let id = "auth0|63d17c50e99d3933163bddaa"
      let terminal = try tenant.start(
        "open", byEmail ? "ana.lima@contractor.example" : id, columns: 120)
      try terminal.wait(for: "Roles \(tenant.server.roles(ofUser: id).count)")
      #expect(terminal.contents.row(2).contains(id))
      try terminal.goBack()
      try terminal.wait(for: "ana@acme.example")
      try terminal.quit()
    }
  }

  @Test("open with an email that several users have: status 2, and who they are")
  func ambiguousEmail() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start("open", "ana@acme.example", columns: 160)
      #expect(try terminal.waitForExit() == .exited(2))
      #expect(terminal.contents.contains("2 users have the email ana@acme.example"))
      for id in [LiveTenant.ana, LiveTenant.anaAtGoogle] {
        #expect(terminal.contents.contains("id:\(id)"))
      }
      #expect(!terminal.rawText.contains("\u{1B}[?1049h"))
    }
  }

  @Test("open with an email that nobody has: status 2")
  func unknownEmail() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start("open", "nobody@acme.example")
      #expect(try terminal.waitForExit() == .exited(2))
      #expect(terminal.contents.contains("no user has the email nobody@acme.example"))
    }
  }

  @Test("users list prints JSON: an array of objects with user_id")
  func listAsJSON() async throws {
    try await withTenant { tenant in
      let run = try tenant.run("users", "list", "ana", "--json")
      #expect(run.end == .exited(0))
      #expect(run.errors.isEmpty)
      let users = try JSONDecoder().decode([ListedUser].self, from: Data(run.output.utf8))
      #expect(users.map(\.id).contains(LiveTenant.ana))
      #expect(users.map(\.id).contains(LiveTenant.anaAtGoogle))
      #expect(run.output.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
    }
  }

  @Test("users list prints a table that no name can break")
  func listAsTable() async throws {
    try await withTenant(users: 60) { tenant in
      let run = try tenant.run("users", "list")
      #expect(run.end == .exited(0))
      #expect(run.output.split(separator: "\n").count == 61)
      #expect(run.output.contains("Eve‹1B›[2J"))
      #expect(run.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    }
  }

  @Test("users show prints a user with roles and permissions", arguments: [false, true])
  func show(asJSON: Bool) async throws {
    try await withTenant { tenant in
      let run =
        asJSON
        ? try tenant.run("users", "show", LiveTenant.ana, "--json")
        : try tenant.run("users", "show", LiveTenant.ana)
      #expect(run.end == .exited(0))
      for part in [LiveTenant.ana, try tenant.role("Billing Admin"), "refund:invoices"] {
        #expect(run.output.contains(part), "\(part)")
      }
      if asJSON {
        let user = try JSONDecoder().decode(ShownUser.self, from: Data(run.output.utf8))
        #expect(user.roles.map(\.name) == ["Billing Admin", "Support", "Auditor"])
      }
    }
  }

  @Test("users show with an email that several have: status 2, and who they are")
  func showAmbiguous() async throws {
    try await withTenant { tenant in
      let run = try tenant.run("users", "show", "ana@acme.example")
      #expect(run.end == .exited(2))
      #expect(run.errors.contains("id:\(LiveTenant.anaAtGoogle)"))
    }
  }

  @Test("users show of nobody names what was not found")
  func showNobody() async throws {
    try await withTenant { tenant in
      let run = try tenant.run("users", "show", "auth0|nobody")
      #expect(run.end == .exited(2))
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("no user has the id auth0|nobody."))
    }
  }

  @Test("An id without its provider is told of as that")
  func noProvider() async throws {
    try await withTenant { tenant in
      for arguments in [["users", "show"], ["remove", "Support", "--yes", "--user"]] {
        let run = try CommandRun(
          arguments + ["63d17c50e99d3933163bdda9"], environment: tenant.environment())
        #expect(run.end == .exited(2))
        #expect(
          run.errors.contains("63d17c50e99d3933163bdda9 is a user id without its provider."))
      }
      #expect(await tenant.writes().isEmpty)
    }
  }

  @Test("A refused credential or a missing scope is status 4")
  func refused() async throws {
    try await withTenant { other in
      try await withTenant { tenant in
        let foreign = try await other.server.token(audience: tenant.address.audience)
        #expect(try tenant.run("users", "list", token: foreign).end == .exited(4))
        let weak = try await tenant.server.token(scopes: ["read:users"])
        let run = try tenant.run("users", "show", LiveTenant.ana, token: weak)
        #expect(run.end == .exited(4))
        #expect(run.errors.contains("read:roles"))
      }
    }
  }

  @Test(
    "A wrong call is status 2",
    arguments: [["frobnicate"], ["users", "list", "--frob"], ["demo", "--users", "3"], ["open"]])
  func wrongCall(arguments: [String]) async throws {
    try await withTenant { tenant in
      let run = try CommandRun(arguments, environment: tenant.environment())
      #expect(run.end == .exited(2))
      #expect(!run.errors.isEmpty)
    }
  }

  @Test("tenant serve says where and with which token, and another process can work with it")
  func serve() async throws {
    try await withOwnThread {
      let home = try TemporaryFolder()
      let environment = PseudoTerminal.environment(home: home)
      let server = try PseudoTerminal.rolecall(
        ["tenant", "serve", "--users", "12"], environment: environment)
      try server.wait(
        until: { _ in server.rawOutput.contains(0x0A) }, "the first line")
      let line = try #require(server.rawText.split(whereSeparator: \.isNewline).first)
      let words = line.split(separator: " ").map(String.init)
      #expect(words.count == 4)
      #expect(words[0] == "listening" && words[2] == "token")
      #expect(words[1].hasPrefix("http://127.0.0.1:"))
      let run = try CommandRun(
        ["users", "list", "--json"],
        environment: environment.merging(
          ["AUTH0_DOMAIN": String(words[1].dropFirst(7)), "AUTH0_API_TOKEN": words[3]]) { $1 })
      #expect(run.end == .exited(0))
      #expect(try JSONDecoder().decode([ListedUser].self, from: Data(run.output.utf8)).count == 12)
      server.send(Keys.interrupt)
      #expect(try server.waitForExit() == .killed(SIGINT))
    }
  }
}

private struct ListedUser: Decodable {
  let id: String

  private enum CodingKeys: String, CodingKey {
    case id = "user_id"
  }
}

private struct ShownUser: Decodable {
  let roles: [Named]

  struct Named: Decodable {
    let name: String
  }
}
