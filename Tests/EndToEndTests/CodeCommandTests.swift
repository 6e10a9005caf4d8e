import LocalTenant
import TerminalEmulator
import Testing

@Suite("A call as code, on the command line", .timeLimit(.minutes(5)))
struct CodeCommandTests {
  @Test("With ids alone it needs the domain and nothing else")
  func ids() async throws {
    try await withOwnThread {
      let run = try CommandRun(
        [
          "code", "remove", "rol_NHBmr6NkzbRcHob1", "id:rol_a1", "rol_a1", "--user",
          "waad|a/b @x+y",
          "--language", "python",
        ], environment: ["AUTH0_DOMAIN": "acme.eu.auth0.com"])
      #expect(run.end == .exited(0))
      #expect(run.errors.isEmpty)
      #expect(
        run.output.contains(
          "'https://acme.eu.auth0.com/api/v2/users/waad%7Ca%2Fb%20%40x%2By/roles'")
      )
      #expect(run.output.contains(#"data=b'{"roles":["rol_NHBmr6NkzbRcHob1","rol_a1"]}'"#))
      #expect(run.output.contains("method='DELETE'"))
    }
  }

  @Test("A name and an email are looked up, and the code holds neither; run, it does what it says")
  func names() async throws {
    try await withTenant { tenant in
      let id = "auth0|63d17c50e99d3933163bddaa"
      let name = "Support"
      let role = try tenant.role(name)
      tenant.server.assignRoles([role], toUser: id)
      let remove = try tenant.run(
        "code", "remove", "name:\(name)", "--user", "ana.lima@contractor.example")
      #expect(remove.end == .exited(0), "\(remove.errors)")
      #expect(!remove.output.contains(name) && !remove.output.contains("ana"))
      #expect(!remove.output.contains(tenant.address.token))
      #expect(tenant.holds(id, name))
      #expect(try tenant.shell(remove.output) == .exited(0))
      #expect(!tenant.holds(id, name))

      let assign = try tenant.run(
        "code", "assign", role, "--user", "email:ana.lima@contractor.example")
      #expect(try tenant.shell(assign.output) == .exited(0))
      #expect(tenant.holds(id, name))
    }
  }

  @Test(
    "What is misspelled is said, with the way to mend it",
    arguments: [
      (["remove", "id:Support", "--user", "auth0|1"], "name:Support"),
      (["remove", "rol_", "--user", "auth0|1"], "rol_NHBmr6NkzbRcHob1"),
      (["assign", "name:", "--user", "auth0|1"], "a role is named by its name or its id"),
      (["remove", "rol_a", "--user", "63d17c50e99d3933163bdda9"], "without its provider"),
      (["remove", "rol_a", "--user", "id:auth0|"], "auth0|63d17c50e99d3933163bdda9"),
      (["remove", "Nobody", "--user", LiveTenant.ana], "there is no such role: Nobody"),
      (["remove", "rol_a", "--user", "ana@acme.example"], "id:\(LiveTenant.anaAtGoogle)"),
      (["remove", "rol_a", "--user", "auth0|1", "--language", "cobol"], "cobol"),
    ])
  func misspelled(arguments: [String], remedy: String) async throws {
    try await withTenant { tenant in
      let run = try CommandRun(["code"] + arguments, environment: tenant.environment())
      #expect(run.end == .exited(2))
      #expect(run.errors.contains(remedy), "\(run.errors)")
      #expect(run.output.isEmpty)
    }
  }

  @Test(
    "So is what is no domain, and a token that is missing where a name is looked up",
    arguments: [
      ([:], "rol_a", "AUTH0_DOMAIN is not set"),
      (["AUTH0_DOMAIN": "https://acme.eu.auth0.com/"], "rol_a", "AUTH0_DOMAIN=acme.eu.auth0.com"),
      (["AUTH0_DOMAIN": "acme.eu.auth0.com"], "Support", "AUTH0_API_TOKEN"),
    ])
  func environment(environment: [String: String], role: String, remedy: String) async throws {
    try await withOwnThread {
      let run = try CommandRun(
        ["code", "remove", role, "--user", "auth0|1"], environment: environment)
      #expect(run.end == .exited(2))
      #expect(run.errors.contains(remedy), "\(run.errors)")
    }
  }
}

extension LiveTenant {
  /// Runs a text in a shell that has the token; how it ends.
  fileprivate func shell(_ text: String) throws -> ProgramEnd {
    try PseudoTerminal(path: "/bin/sh", arguments: ["-c", text], environment: environment())
      .waitForExit()
  }
}
