import AccessModel
import FoundationEssentials
import LocalTenant
import Testing

@testable import ManagementAPI

@Suite("The client against a tenant that is reached as real ones are", .timeLimit(.minutes(5)))
struct SecureContractTests {
  private static let name = "acme.eu.auth0.com"

  @Test("Over TLS, by its name, with an authority of its own, many calls at a time")
  func secure() async throws {
    var configuration = TenantConfiguration(users: 60, rate: 100_000)
    configuration.tls = try TenantConfiguration.TLS(names: [Self.name])
    let server = TenantServer(configuration: configuration)
    let (addresses, continuation) = AsyncStream.makeStream(of: TenantAddress.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { continuation.finish() }
        try await server.run { continuation.yield($0) }
      }
      for await address in addresses {
        try await Self.call(server, address)
        break
      }
      group.cancelAll()
      try await group.waitForAll()
    }
  }

  private static func call(_ server: TenantServer, _ address: TenantAddress) async throws {
    let authority = FileManager.default.temporaryDirectory.path + "/authority-\(UUID()).pem"
    defer { try? FileManager.default.removeItem(atPath: authority) }
    let pem = try #require(address.certificateAuthority)
    try Data(pem.utf8).write(to: URL(filePath: authority))

    let endpoint = try TenantEndpoint(domain: "\(name):\(address.port)")
    var settings = HTTPTransport.Settings(for: endpoint)
    settings.addresses = [name: "127.0.0.1"]
    settings.network = try NetworkSettings(environment: ["ROLECALL_CA_FILE": authority])
    let token = AccessToken(Secret(try await server.token(audience: endpoint.audience)))
    try endpoint.validate(token)
    try await HTTPTransport.withTransport(endpoint: endpoint, settings: settings) { transport in
      let client = ManagementClient(
        transport: transport, tokens: FixedToken(token), settings: ClientSettings())
      let ana = ContractTenant.ana
      let names = try await withThrowingTaskGroup(of: Set<String>.self) { group in
        for _ in 0..<60 {
          group.addTask { Set(try await client.roles(ofUser: ana).map(\.name)) }
        }
        return try await group.reduce(into: Set<Set<String>>()) { $0.insert($1) }
      }
      #expect(names == [["Billing Admin", "Support", "Auditor"]])
      // A write arrives once, whichever way the connection takes.
      let role = try #require(server.roleID(named: "Support"))
      try await client.removeRoles([RoleID(role)], fromUser: ana, correlation: "run-1")
      #expect(try await client.roles(ofUser: ana).map(\.name).contains("Support") == false)
      let writes = await server.recordedRequests().filter { $0.method == "DELETE" }
      #expect(writes.count == 1)
    }
  }
}
