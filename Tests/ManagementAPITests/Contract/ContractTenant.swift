import AccessModel
import LocalTenant
import ManagementAPI
import Testing

/// A local tenant that listens for the length of a test, and the real client on it.
struct ContractTenant: Sendable {
  /// Ana Lima, who holds Billing Admin, Support and Auditor.
  static let ana = UserID("auth0|63d17c50e99d3933163bdda9")

  let server: TenantServer
  let address: TenantAddress
  let client: ManagementClient

  /// Runs a body on a tenant of its own, which lets every call through.
  static func run(
    users: Int = 60, _ change: (inout TenantConfiguration) -> Void = { _ in },
    _ body: @escaping @Sendable (ContractTenant) async throws -> Void
  ) async throws {
    var configuration = TenantConfiguration(
      users: users, rate: 100_000, exportDuration: .milliseconds(1))
    change(&configuration)
    let server = TenantServer(configuration: configuration)
    let (addresses, continuation) = AsyncStream.makeStream(of: TenantAddress.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { continuation.finish() }
        try await server.run { continuation.yield($0) }
      }
      for await address in addresses {
        let token = AccessToken(Secret(address.token))
        try await ManagementClient.withClient(
          endpoint: TenantEndpoint(domain: address.domain), token: token
        ) { try await body(ContractTenant(server: server, address: address, client: $0)) }
        break
      }
      group.cancelAll()
      try await group.waitForAll()
    }
  }

  /// The id of a role by its name.
  func role(_ name: String) throws -> RoleID { RoleID(try #require(server.roleID(named: name))) }

  /// The operations that the tenant was asked for, by method and path without ids.
  func operations() async -> [Operation?] {
    await server.recordedRequests().map { request in
      let path = request.path.prefix { $0 != "?" }.split(separator: "/").dropFirst(2)
      return Operation.allCases.first { operation in
        let template = operation.pathTemplate.split(separator: "/")
        return operation.method.rawValue == request.method && template.count == path.count
          && zip(template, path).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
      }
    }
  }
}
