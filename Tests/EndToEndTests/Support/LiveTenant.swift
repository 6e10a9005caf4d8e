import LocalTenant
import TerminalEmulator
import Testing

/// A tenant that listens in this process, and rolecall opened on it.
struct LiveTenant: Sendable {
  /// Ana Lima, who holds Billing Admin, Support and Auditor.
  static let ana = "auth0|63d17c50e99d3933163bdda9"
  /// Ana's other account: the same email, and Billing Admin as well.
  static let anaAtGoogle = "google-oauth2|104721366189034178813"

  /// The tenant.
  let server: TenantServer
  /// Where it listens, and a token with every scope.
  let address: TenantAddress
  /// The home of whoever starts rolecall.
  let home: TemporaryFolder

  /// The whole environment of rolecall.
  func environment(token: String? = nil) -> [String: String] {
    PseudoTerminal.environment(home: home).merging(
      ["AUTH0_DOMAIN": address.domain, "AUTH0_API_TOKEN": token ?? address.token]
    ) { $1 }
  }

  /// Starts rolecall on this tenant.
  func start(
    _ arguments: String..., token: String? = nil, columns: Int = 100, rows: Int = 30
  ) throws -> PseudoTerminal {
    try PseudoTerminal.rolecall(
      arguments, environment: environment(token: token), columns: columns, rows: rows)
  }

  /// Starts rolecall on the list of users.
  func startOnList(columns: Int = 100, rows: Int = 30) throws -> PseudoTerminal {
    let terminal = try start(columns: columns, rows: rows)
    try terminal.wait(for: "ana@acme.example")
    return terminal
  }

  /// Starts rolecall on a user's Roles view.
  func start(
    onRolesOf user: String, readOnly: Bool = false, columns: Int = 100, rows: Int = 30
  ) throws -> PseudoTerminal {
    let arguments = ["open", user] + (readOnly ? ["--read-only"] : [])
    let terminal = try PseudoTerminal.rolecall(
      arguments, environment: environment(), columns: columns, rows: rows)
    try terminal.wait(for: "Roles \(server.roles(ofUser: user).count)")
    return terminal
  }

  /// Runs a command to its end.
  func run(_ arguments: String..., token: String? = nil) throws -> CommandRun {
    try CommandRun(arguments, environment: environment(token: token))
  }

  /// The id of a role.
  func role(_ name: String) throws -> String { try #require(server.roleID(named: name)) }

  /// Whether a user holds a role.
  func holds(_ user: String, _ role: String) -> Bool {
    server.roleID(named: role).map(server.roles(ofUser: user).contains) ?? false
  }

  /// Every request that the tenant has received and that could change it.
  func writes() async -> [RecordedRequest] {
    await server.recordedRequests().filter { $0.method != "GET" }
  }

  /// Nothing has been asked of the tenant that could change it, and Ana holds what she held.
  func expectUntouched(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let writes = await writes()
    #expect(writes.isEmpty, sourceLocation: sourceLocation)
    let roles = try ["Billing Admin", "Support", "Auditor"].map(role)
    #expect(server.roles(ofUser: Self.ana) == roles, sourceLocation: sourceLocation)
  }
}

/// Runs `body` beside a tenant of its own, on a thread that it may block.
func withTenant(
  users: Int = 10, latency: Duration = .zero, rate: Double = 100_000, burst: Int? = nil,
  publicKey: String? = nil,
  _ body: @escaping @Sendable (LiveTenant) async throws -> Void
) async throws {
  try await Gate.shared.pass {
    let server = TenantServer(
      configuration: TenantConfiguration(
        users: users, latency: latency, rate: rate, burst: burst, applicationPublicKey: publicKey))
    let (addresses, listening) = AsyncStream.makeStream(of: TenantAddress.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask(executorPreference: OwnThread()) {
        defer { listening.finish() }
        try await server.run { listening.yield($0) }
      }
      group.addTask(executorPreference: OwnThread()) {
        for await address in addresses {
          try await body(
            LiveTenant(server: server, address: address, home: try TemporaryFolder()))
          return
        }
      }
      // The tenant ends first only where it fails.
      try await group.next()
      group.cancelAll()
      try await group.waitForAll()
    }
  }
}

/// Runs `body` on a thread that it may block.
func withOwnThread(_ body: @escaping @Sendable () async throws -> Void) async throws {
  try await Gate.shared.pass {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask(executorPreference: OwnThread()) { try await body() }
      try await group.waitForAll()
    }
  }
}
