import Glibc
import LocalTenant
import TerminalEmulator
import Testing

@Suite("What goes wrong is said in words", .timeLimit(.minutes(5)))
struct ErrorTests {
  @Test("A token for another audience is not sent, and that is said before any screen")
  func wrongAudience() async throws {
    try await withTenant { tenant in
      let token = try await tenant.server.token(audience: "http://127.0.0.1:1/api/v2/")
      let terminal = try tenant.start(token: token)
      #expect(try terminal.waitForExit() == .exited(2))
      #expect(terminal.contents.contains("The token is for http://127.0.0.1:1/api/v2/"))
      #expect(!terminal.rawText.contains("\u{1B}[?1049h"))
      #expect(!terminal.rawText.contains(token))
      #expect(await tenant.server.recordedRequests().isEmpty)
    }
  }

  @Test("A token that has expired is not sent")
  func expiredToken() async throws {
    try await withTenant { tenant in
      let token = try await tenant.server.token(lifetime: .seconds(-60))
      let terminal = try tenant.start(token: token)
      #expect(try terminal.waitForExit() == .exited(2))
      #expect(terminal.contents.contains("The token in AUTH0_API_TOKEN expired at"))
      #expect(await tenant.server.recordedRequests().isEmpty)
    }
  }

  @Test("Without a tenant in the environment the program says how to name one")
  func noDomain() async throws {
    try await withOwnThread {
      let home = try TemporaryFolder()
      let terminal = try PseudoTerminal.rolecall(
        [], environment: PseudoTerminal.environment(home: home))
      #expect(try terminal.waitForExit() == .exited(2))
      #expect(terminal.contents.contains("AUTH0_DOMAIN is not set"))
      #expect(terminal.contents.contains("rolecall demo"))
    }
  }

  @Test("A token that the tenant refuses: 401 is said, and what to do")
  func unauthorized() async throws {
    try await withTenant { other in
      try await withTenant { tenant in
        let token = try await other.server.token(audience: tenant.address.audience)
        let terminal = try tenant.start(token: token)
        try terminal.wait(for: "The token is not valid for \(tenant.address.domain)")
        try terminal.wait(for: "Get a new token, put it where this one came from")
        try terminal.quit()
      }
    }
  }

  @Test("A token without read:roles: the screen names the scope")
  func cannotReadRoles() async throws {
    try await withTenant { tenant in
      let token = try await tenant.server.token(scopes: ["read:users", "update:users"])
      let terminal = try tenant.start("open", LiveTenant.ana, token: token)
      try terminal.wait(for: "it needs read:users and read:roles")
      terminal.send("d")
      try terminal.wait(for: "Not now: the roles have not been read yet.")
      try terminal.quit()
      try await tenant.expectUntouched()
    }
  }

  @Test("A token without update:users: the question names the scope and removes nothing")
  func cannotRemove() async throws {
    try await withTenant { tenant in
      let scopes = ["read:users", "read:roles", "read:resource_servers", "read:organizations"]
      let token = try await tenant.server.token(scopes: scopes)
      let terminal = try tenant.start("open", LiveTenant.ana, token: token)
      try terminal.wait(for: "Roles 3")
      terminal.send("d")
      try terminal.wait(for: "Logins without an organization")
      try terminal.type("y", until: "The token may not remove roles: it needs update:users.")
      try terminal.cancelQuestion()
      try terminal.quit()
      try await tenant.expectUntouched()
    }
  }

  @Test("Nobody listens: said, and ^R tries again")
  func refused() async throws {
    try await withTenant { tenant in
      let server = try CannedServer(
        type: "application/json",
        body: #"{"start":0,"limit":50,"length":0,"users":[],"total":0}"#)
      let token = try await tenant.server.token(audience: server.audience)
      let terminal = try start(at: server, token: token, tenant)
      try terminal.wait(for: "\(server.domain) cannot be reached")
      #expect(terminal.contents.contains("^R try again"))
      server.listen()
      defer { server.stop() }
      terminal.send(Keys.refresh)
      try terminal.wait(for: "This tenant has no users.")
      #expect(!terminal.contents.contains("cannot be reached"))
      try terminal.quit()
      #expect(server.requestCount == 1)
    }
  }

  @Test("A page of HTML in place of JSON: said, and what may be in between")
  func html() async throws {
    try await withTenant { tenant in
      let server = try CannedServer(
        type: "text/html", body: "<html><body>\u{1B}]0;owned\u{7}Log in</body></html>")
      server.listen()
      defer { server.stop() }
      let token = try await tenant.server.token(audience: server.audience)
      let terminal = try start(at: server, token: token, tenant)
      try terminal.wait(for: "is not what the Management API sends")
      #expect(terminal.contents.contains("Is a proxy or a login page in between?"))
      #expect(terminal.contents.title == "rolecall – \(server.domain)")
      try terminal.quit()
    }
  }

  @Test("A user that does not exist: 404 is said, and Escape leads to the list")
  func notFound() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start("open", "auth0|nobody")
      try terminal.wait(
        until: { $0.contains("The tenant knows no such thing") && !$0.contains("reading…") },
        "the error")
      try terminal.goBack()
      try terminal.wait(for: "ana@acme.example")
      try terminal.quit()
    }
  }

  @Test("A spent rate limit counts down, and goes on by itself")
  func rateLimit() async throws {
    // Two seconds for a call and one at a time: of the two that a user takes one is too many.
    try await withTenant(rate: 0.5, burst: 1) { tenant in
      let terminal = try tenant.startOnList()
      terminal.send(Keys.enter)
      try terminal.wait(for: "The tenant's rate limit is spent")
      try terminal.wait(for: "Trying again in")
      try terminal.wait(
        until: { $0.contains("Roles 3") && !$0.contains("rate limit is spent") }, "the roles")
      try terminal.quit()
      let statuses = await tenant.server.recordedRequests().map(\.status)
      #expect(statuses.contains(429))
    }
  }

  @Test("Nothing hangs: Escape ends a read that takes long")
  func slow() async throws {
    try await withTenant(latency: .seconds(600)) { tenant in
      let terminal = try tenant.start()
      try terminal.wait(for: "Reading users…")
      terminal.send(Keys.escape)
      try terminal.wait(for: "Stopped reading.")
      terminal.send(Keys.refresh)
      try terminal.wait(for: "Reading users…")
      terminal.send("q")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }

  @Test("The token is nowhere: not on the screen, not in the output, not in the arguments")
  func canary() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start("open", LiveTenant.anaAtGoogle)
      try terminal.wait(for: "Comes from")
      try terminal.wait(for: "Billing Admin")
      // The code and the JSON go to the clipboard, in base 64.
      terminal.send("c")
      try terminal.wait(for: "Copied the removal as cURL code")
      terminal.send(Keys.tab)
      try terminal.wait(until: { $0.contains("Permissions") && !$0.contains("reading…") }, "them")
      terminal.send(Keys.tab)
      try terminal.wait(for: "Roles held there")
      // Past History and Devices.
      terminal.send(Keys.tab + Keys.tab + Keys.tab)
      try terminal.wait(for: "\"user_id\"")
      terminal.send("Y")
      try terminal.wait(for: "Copied the JSON, secrets hidden")
      terminal.send("\u{1B}[F")
      terminal.signal(SIGTERM)
      #expect(try terminal.waitForExit() == .killed(SIGTERM))

      let parts = tenant.address.token.split(separator: ".").map(String.init)
      let secrets = [tenant.address.token, parts[1], parts[2], "ya29.local-tenant"]
      let copies = terminal.rawText.copiedTexts
      #expect(copies.count == 2)
      #expect(copies.first?.contains("AUTH0_API_TOKEN") == true)
      for secret in secrets {
        #expect(!terminal.rawText.contains(secret))
        #expect(!copies.contains { $0.contains(secret) })
      }
    }
  }

  @Test("The token is in no error of a command either")
  func canaryInErrors() async throws {
    try await withTenant { tenant in
      let wrong = try await tenant.server.token(audience: "http://127.0.0.1:1/api/v2/")
      let expired = try await tenant.server.token(lifetime: .seconds(-60))
      let weak = try await tenant.server.token(scopes: ["read:roles"])
      for token in [wrong, expired, weak] {
        let run = try tenant.run("users", "list", token: token)
        #expect(run.end == .exited(token == weak ? 4 : 2))
        let signature = try #require(token.split(separator: ".").last)
        #expect(!(run.output + run.errors).contains(signature))
      }
    }
  }

  private func start(
    at server: CannedServer, token: String, _ tenant: LiveTenant
  ) throws -> PseudoTerminal {
    let environment = tenant.environment(token: token).merging(["AUTH0_DOMAIN": server.domain]) {
      $1
    }
    return try PseudoTerminal.rolecall([], environment: environment)
  }
}

extension String {
  /// The texts that were put on the clipboard (OSC 52).
  fileprivate var copiedTexts: [String] {
    components(after: "\u{1B}]52;c;", before: "\u{7}").map(\.decodedBase64)
  }

  private func components(after start: String, before end: String) -> [String] {
    var rest = utf8[...]
    var parts: [String] = []
    while let head = rest.firstRange(of: Array(start.utf8)) {
      rest = rest[head.upperBound...]
      guard let tail = rest.firstRange(of: Array(end.utf8)) else { break }
      parts.append(String(decoding: rest[..<tail.lowerBound], as: UTF8.self))
      rest = rest[tail.upperBound...]
    }
    return parts
  }

  private var decodedBase64: String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var bytes: [UInt8] = []
    var (value, bits) = (0, 0)
    for digit in utf8.compactMap({ digits.firstIndex(of: $0) }) {
      value = (value << 6 | digit) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: value >> bits))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
