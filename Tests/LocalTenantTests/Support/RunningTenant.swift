import FoundationEssentials

@testable import LocalTenant

/// A tenant that listens for the length of a test.
struct RunningTenant: Sendable {
  static let ana = "auth0|63d17c50e99d3933163bdda9"
  static let anaPath = "/api/v2/users/auth0%7C63d17c50e99d3933163bdda9"

  let server: TenantServer
  let address: TenantAddress

  /// Runs `body` against a tenant of its own, which is small and lets every call through.
  static func run(
    users: Int = 60, rate: Double? = 100_000, burst: Int? = nil, latency: Duration = .zero,
    _ body: @escaping @Sendable (RunningTenant) async throws -> Void
  ) async throws {
    let server = TenantServer(
      configuration: TenantConfiguration(
        users: users, latency: latency, rate: rate, burst: burst))
    try await run(server, body)
  }

  static func run(
    _ server: TenantServer, _ body: @escaping @Sendable (RunningTenant) async throws -> Void
  ) async throws {
    let (addresses, continuation) = AsyncStream.makeStream(of: TenantAddress.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { continuation.finish() }
        try await server.run { continuation.yield($0) }
      }
      for await address in addresses {
        try await body(RunningTenant(server: server, address: address))
        break
      }
      group.cancelAll()
      try await group.waitForAll()
    }
  }

  /// One call with a token, or without one where it is empty; the body is sent as JSON.
  func call(
    _ method: String, _ target: String, body: String? = nil, token: String? = nil
  ) async throws -> RawResponse {
    let token = token ?? address.token
    var headers = token.isEmpty ? [] : ["authorization: Bearer \(token)"]
    if body != nil { headers.append("content-type: application/json") }
    return try await RawClient(port: address.port).send(
      method, target, headers: headers, body: body.map { Array($0.utf8) })
  }

  func get(_ target: String, token: String? = nil) async throws -> RawResponse {
    try await call("GET", "/api/v2\(target)", token: token)
  }

  func roleID(_ name: String) throws -> String {
    guard let id = server.roleID(named: name) else { throw NoSuchRole(name: name) }
    return id
  }

  struct NoSuchRole: Error {
    var name: String
  }
}

extension String {
  /// This text as one segment of a path or one value of a query.
  var escaped: String {
    utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || (48...57).contains(byte))
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain || "-._~".utf8.contains(byte)
        ? String(scalar) : "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
