import FoundationEssentials
import Glibc
import LocalTenant
import TerminalEmulator
import Testing

@Suite("No secret is given away", .timeLimit(.minutes(5)))
struct CanaryTests {
  /// All that could leak on a tenant: its tokens, the application's secret and key, identities' tokens.
  private static func search(_ tenant: LiveTenant, also more: [String] = []) -> LeakSearch {
    let parts = tenant.address.token.split(separator: ".").map(String.init)
    var secrets = [
      // All tokens of a tenant begin alike: so that also those are found which only it knows.
      (name: "the head of a token", text: parts[0]),
      // Its claims are addresses and scopes, which stand elsewhere as well.
      (name: "the token's signature", text: parts[2]),
      (name: "the client secret", text: tenant.address.clientSecret),
      (name: "Ana's token at Google", text: "ya29.local-tenant-ana-provider-token"),
      (name: "Sam's token at Google", text: "ya29.local-tenant-sam"),
    ]
    secrets += TestKeyPair.secretLines.map { (name: "the private key", text: $0) }
    secrets += more.map { (name: "a token", text: $0) }
    return LeakSearch(secrets)
  }

  private static func environment(
    _ tenant: LiveTenant, _ credential: [String: String]
  ) -> [String: String] {
    PseudoTerminal.environment(home: tenant.home)
      .merging(["AUTH0_DOMAIN": tenant.address.domain]) { $1 }.merging(credential) { $1 }
  }

  /// The credentials that work, by kind.
  private static func credentials(_ tenant: LiveTenant) -> [[String: String]] {
    [
      ["AUTH0_API_TOKEN": tenant.address.token],
      [
        "AUTH0_CLIENT_ID": tenant.address.clientID,
        "AUTH0_CLIENT_SECRET": tenant.address.clientSecret,
      ],
      [
        "AUTH0_CLIENT_ID": tenant.address.clientID,
        "AUTH0_CLIENT_ASSERTION_PRIVATE_KEY": TestKeyPair.privateKey,
        "AUTH0_CLIENT_ASSERTION_SIGNING_ALG": "PS256",
      ],
      ["ROLECALL_TOKEN_COMMAND": "/bin/echo \(tenant.address.token)"],
    ]
  }

  private static func expectNoLeak(
    _ run: CommandRun, _ search: LeakSearch, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (name, text) in [("standard output", run.output), ("standard error", run.errors)] {
      let leaks = search.leaks(in: Array(text.utf8))
      #expect(leaks.isEmpty, "on \(name)", sourceLocation: sourceLocation)
    }
  }

  @Test("Commands with each kind of credential do their work and keep it to themselves")
  func commands() async throws {
    try await withTenant(publicKey: TestKeyPair.publicKey) { tenant in
      let search = Self.search(tenant)
      let logs = try TemporaryFolder()
      for credential in Self.credentials(tenant) {
        let environment = Self.environment(tenant, credential)
        let log = "\(logs.path)/calls.jsonl"
        for arguments in [
          ["users", "list", "--api-log", log], ["users", "list", "--json"],
          ["users", "show", LiveTenant.anaAtGoogle, "--json"],
          ["users", "show", "auth0|nobody"],
        ] {
          let run = try CommandRun(arguments, environment: environment)
          #expect(run.end == .exited(arguments.last == "auth0|nobody" ? 2 : 0), "\(run.errors)")
          Self.expectNoLeak(run, search)
        }
      }
      #expect(tenant.home.isStillEmpty())
      let log = Array(
        try #require(FileManager.default.contents(atPath: "\(logs.path)/calls.jsonl")))
      // One line a call, of which each kind of credential made at least one.
      #expect(log.split(separator: UInt8(ascii: "\n")).count >= Self.credentials(tenant).count)
      #expect(search.leaks(in: log).isEmpty)
      unlink("\(logs.path)/calls.jsonl")
    }
  }

  @Test("Errors name what to set, or that the tenant refused, and no secret")
  func errors() async throws {
    try await withTenant(publicKey: TestKeyPair.publicKey) { tenant in
      let stray = try await tenant.server.token(audience: "http://127.0.0.1:1/api/v2/")
      let weak = try await tenant.server.token(scopes: ["read:roles"])
      let canary = "CANARY5c1d7f3a0b9de1c82a6f4d5b9c0e"
      let search = Self.search(tenant, also: [stray, weak, canary].map { String($0.suffix(60)) })
      let id = tenant.address.clientID
      let runs: [(set: [String: String], status: Int32, said: String)] = [
        (["AUTH0_API_TOKEN": canary], 2, "does not say which tenant it is for"),
        (["AUTH0_API_TOKEN": stray], 2, "so it was not sent"),
        (["AUTH0_API_TOKEN": weak], 4, "it needs read:users"),
        (["AUTH0_CLIENT_SECRET": canary], 2, "AUTH0_CLIENT_ID"),
        (
          ["AUTH0_CLIENT_ID": id, "AUTH0_CLIENT_SECRET": canary], 4,
          "refused the application's credentials: Unauthorized."
        ),
        (
          [
            "AUTH0_CLIENT_ID": "x", "AUTH0_CLIENT_ASSERTION_PRIVATE_KEY": TestKeyPair.privateKey,
          ], 4, "refused the application's credentials"
        ),
        (
          ["AUTH0_CLIENT_ID": id, "AUTH0_CLIENT_ASSERTION_PRIVATE_KEY": canary], 2,
          "no RSA key of 2,048 bits"
        ),
        (
          ["ROLECALL_TOKEN_COMMAND": "/bin/sh -c 'echo \(weak); echo no: \(weak) >&2; exit 7'"], 2,
          "ended with status 7: no: (redacted)."
        ),
        (["ROLECALL_TOKEN_COMMAND": "/bin/echo \(stray)"], 2, "so it was not sent"),
        (["ROLECALL_TOKEN_COMMAND": "/bin/echo \(canary) \(canary)"], 2, "more than a token"),
        (
          ["AUTH0_API_TOKEN": canary, "AUTH0_CLIENT_ID": id, "AUTH0_CLIENT_SECRET": canary], 2,
          "AUTH0_API_TOKEN and AUTH0_CLIENT_SECRET are both set"
        ),
      ]
      for (set, status, said) in runs {
        let run = try CommandRun(
          ["users", "list"], environment: Self.environment(tenant, set))
        #expect(run.end == .exited(status), "\(run.errors)")
        #expect(run.errors.contains(said), "\(run.errors)")
        Self.expectNoLeak(run, search)
      }
    }
  }

  @Test("The screens come up before there is a token, learn what it may do, and show none of it")
  func screens() async throws {
    try await withTenant(publicKey: TestKeyPair.publicKey) { tenant in
      let search = Self.search(tenant)
      for credential in Self.credentials(tenant) {
        let terminal = try PseudoTerminal.rolecall(
          ["open", LiveTenant.anaAtGoogle], environment: Self.environment(tenant, credential))
        try terminal.wait(for: "Comes from")
        try terminal.wait(for: "Billing Admin")
        // The JSON and the request go to the clipboard, in base 64.
        terminal.send("c")
        try terminal.wait(for: "Copied the removal as cURL code")
        terminal.send(Keys.tab)
        try terminal.wait(
          until: { $0.contains("Permissions") && !$0.contains("reading…") }, "them")
        terminal.send(Keys.tab)
        try terminal.wait(for: "Roles held there")
        // Past History and Devices.
        terminal.send(Keys.tab + Keys.tab + Keys.tab)
        try terminal.wait(for: "\"user_id\"")
        terminal.send("Y")
        try terminal.wait(for: "Copied the JSON, secrets hidden")
        try terminal.quit()
        #expect(search.leaks(in: terminal.rawOutput).isEmpty)
      }
    }
  }

  @Test("Credentials that the tenant refuses are told of on the screen")
  func refusedOnScreen() async throws {
    try await withTenant { tenant in
      let canary = "CANARY5c1d7f3a0b9de1c82a6f4d5b9c0e"
      let credential = [
        "AUTH0_CLIENT_ID": tenant.address.clientID, "AUTH0_CLIENT_SECRET": canary,
      ]
      let terminal = try PseudoTerminal.rolecall(
        [], environment: Self.environment(tenant, credential))
      try terminal.wait(for: "refused the application's credentials: Unauthorized.")
      try terminal.wait(for: "Check AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET.")
      try terminal.quit()
      #expect(Self.search(tenant, also: [canary]).leaks(in: terminal.rawOutput).isEmpty)
      let paths = await tenant.server.recordedRequests().map(\.path)
      #expect(!paths.contains { $0.contains("/api/v2/") })
    }
  }

  @Test("A crash's output holds no secret either")
  func crash() async throws {
    try await withTenant { tenant in
      var environment = tenant.environment()
      environment["SWIFT_BACKTRACE"] = "enable=yes,symbolicate=off,interactive=no,color=no"
      let terminal = try PseudoTerminal.rolecall(
        ["open", LiveTenant.anaAtGoogle], environment: environment)
      try terminal.wait(for: "Comes from")
      terminal.signal(SIGSEGV)
      #expect(try terminal.waitForExit() == .killed(SIGSEGV))
      #expect(Self.search(tenant).leaks(in: terminal.rawOutput).isEmpty)
    }
  }
}
