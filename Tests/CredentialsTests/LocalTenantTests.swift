import AccessModel
import FoundationEssentials
import LocalTenant
import Synchronization
import Testing

@testable import Credentials
@testable import ManagementAPI

@Suite("Each kind of credential against a tenant", .timeLimit(.minutes(5)))
struct LocalTenantTests {
  /// Runs a body beside a tenant whose application has the tests' key.
  private static func withTenant(
    _ body: @escaping @Sendable (TenantServer, TenantAddress) async throws -> Void
  ) async throws {
    let server = TenantServer(
      configuration: TenantConfiguration(
        users: 10, rate: 10_000, applicationPublicKey: try TestKey.publicPEM))
    let (addresses, listening) = AsyncStream.makeStream(of: TenantAddress.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { listening.finish() }
        try await server.run { listening.yield($0) }
      }
      group.addTask {
        for await address in addresses { return try await body(server, address) }
      }
      try await group.next()
      group.cancelAll()
      try await group.waitForAll()
    }
  }

  /// What two calls with an environment's credential get, and the tokens that were obtained.
  private static func call(
    _ environment: [String: String], at address: TenantAddress
  ) async throws -> (users: Int, tokens: [AccessToken]) {
    let credentials = try CredentialSource(
      environment: environment.merging(["AUTH0_DOMAIN": address.domain]) { $1 }
    ).resolve { Date() }
    let tokens = Mutex<[AccessToken]>([])
    let keep: @Sendable (AccessToken) -> Void = { token in tokens.withLock { $0.append(token) } }
    let users = try await ManagementClient.withClient(
      endpoint: credentials.endpoint, source: credentials.source, tokenObserver: keep
    ) { client in
      _ = try await client.resourceServers()
      return try await client.users(UserQuery()).items.count
    }
    return (users, tokens.withLock { $0 })
  }

  @Test("A secret: one exchange for all calls, and the token's scopes are known then")
  func secret() async throws {
    try await Self.withTenant { server, address in
      let (users, tokens) = try await Self.call(
        ["AUTH0_CLIENT_ID": address.clientID, "AUTH0_CLIENT_SECRET": address.clientSecret],
        at: address)
      #expect(users == 10)
      #expect(tokens.count == 1)
      #expect(tokens.first?.claims?.scopes?.contains("update:users") == true)
      let paths = await server.recordedRequests().map(\.path)
      #expect(paths.filter { $0.contains("/oauth/token") }.count <= 1)
    }
  }

  @Test("A key, by each algorithm", arguments: SigningAlgorithm.allCases)
  func privateKey(algorithm: SigningAlgorithm) async throws {
    try await Self.withTenant { _, address in
      let folder = try TestFolder()
      defer { folder.remove() }
      let file = try folder.write(try TestKey.pem, to: "key.pem")
      for (name, value) in [
        ("AUTH0_CLIENT_ASSERTION_PRIVATE_KEY", try TestKey.pem),
        ("AUTH0_CLIENT_ASSERTION_PRIVATE_KEY_FILE", file),
      ] {
        let found = try await Self.call(
          [
            "AUTH0_CLIENT_ID": address.clientID, name: value,
            "AUTH0_CLIENT_ASSERTION_SIGNING_ALG": algorithm.rawValue,
          ], at: address)
        #expect(found.users == 10)
      }
    }
  }

  @Test("A command, and the CLI's session")
  func others() async throws {
    try await Self.withTenant { _, address in
      let command = try await Self.call(
        ["ROLECALL_TOKEN_COMMAND": "echo '\(address.token)'"], at: address)
      #expect(command.users == 10)
      let folder = try TestFolder()
      defer { folder.remove() }
      try folder.writeSessions(
        #"{"tenants":{"\#(address.domain)":{"access_token":"\#(address.token)"}}}"#)
      let credentials = try CredentialSource(
        environment: ["HOME": folder.path, "AUTH0_DOMAIN": address.domain],
        usesCommandLineSession: true
      ).resolve { Date() }
      let users = try await ManagementClient.withClient(
        endpoint: credentials.endpoint, source: credentials.source
      ) { try await $0.users(UserQuery()).items.count }
      #expect(users == 10)
    }
  }

  @Test("Wrong credentials are refused by the tenant, and that is said")
  func refused() async throws {
    try await Self.withTenant { server, address in
      let environments = [
        ["AUTH0_CLIENT_ID": address.clientID, "AUTH0_CLIENT_SECRET": "CANARY"],
        [
          "AUTH0_CLIENT_ID": "somebody-else",
          "AUTH0_CLIENT_ASSERTION_PRIVATE_KEY": try TestKey.pem,
        ],
      ]
      for environment in environments {
        let error = await #expect(throws: APIError.self) {
          try await Self.call(environment, at: address)
        }
        #expect(error?.status == 401)
        #expect(
          error?.explanation(tenant: "t").problem
            == "\(address.domain) refused the application's credentials: Unauthorized.")
      }
      let paths = await server.recordedRequests().map(\.path)
      #expect(!paths.contains { $0.contains("/api/v2/") })
    }
  }

  @Test("A command's token for another tenant is not sent")
  func misplaced() async throws {
    try await Self.withTenant { server, address in
      let error = await #expect(throws: APIError.self) {
        try await Self.call(["ROLECALL_TOKEN_COMMAND": "echo \(TestJWT.token())"], at: address)
      }
      #expect(error?.explanation(tenant: "t").problem.contains("expired at") == true)
      let other = try await server.token(audience: "http://127.0.0.1:1/api/v2/")
      let misplaced = await #expect(throws: APIError.self) {
        try await Self.call(["ROLECALL_TOKEN_COMMAND": "echo \(other)"], at: address)
      }
      #expect(misplaced?.status == nil)
      #expect(misplaced?.explanation(tenant: "t").problem.contains("was not sent") == true)
      #expect(await server.recordedRequests().isEmpty)
    }
  }
}
