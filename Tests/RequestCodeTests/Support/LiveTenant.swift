import FoundationEssentials
import LocalTenant
import TerminalEmulator
import Testing

/// A tenant that listens in this process.
struct LiveTenant: Sendable {
  /// The tenant.
  let server: TenantServer
  /// Where it listens, and a token with every scope.
  let address: TenantAddress

  private struct Role: Decodable {
    var id: String
  }

  /// The ids of the roles that a user holds, as the API tells them.
  ///
  /// - Parameter segment: The user's id, percent-encoded.
  func roles(ofUser segment: String) throws -> [String] {
    let call = try Shell(
      "curl --silent --show-error --fail -H \"authorization: Bearer $TOKEN\" \"$ADDRESS\"",
      in: TemporaryFolder(),
      environment: [
        "PATH": "/usr/bin:/bin", "TOKEN": address.token,
        "ADDRESS": "http://\(address.domain)/api/v2/users/\(segment)/roles",
      ])
    try #require(call.status == 0, "\(call.errors)")
    return try JSONDecoder().decode([Role].self, from: Data(call.output.utf8)).map(\.id)
  }
}

/// Runs `body` beside a tenant of its own, on a thread that it may block.
func withTenant(_ body: @escaping @Sendable (LiveTenant) async throws -> Void) async throws {
  let server = TenantServer(configuration: TenantConfiguration(users: 10, rate: 100_000))
  let (addresses, listening) = AsyncStream.makeStream(of: TenantAddress.self)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask(executorPreference: OwnThread()) {
      defer { listening.finish() }
      try await server.run { listening.yield($0) }
    }
    group.addTask(executorPreference: OwnThread()) {
      for await address in addresses {
        try await body(LiveTenant(server: server, address: address))
        return
      }
    }
    // The tenant ends first only where it fails.
    try await group.next()
    group.cancelAll()
    try await group.waitForAll()
  }
}
