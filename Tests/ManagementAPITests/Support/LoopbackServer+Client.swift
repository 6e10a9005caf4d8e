import AccessModel
import FoundationEssentials
import Synchronization
import Testing

@testable import ManagementAPI

extension LoopbackServer {
  /// When every answer arrives: 2023-11-14T22:13:20Z.
  static let now = Date(timeIntervalSince1970: 1_700_000_000)

  /// Runs a body with a client for this server.
  @discardableResult
  func withClient<Result>(
    settings change: (inout HTTPTransport.Settings) -> Void = { _ in },
    tokens: (any TokenProviding)? = nil, log: APILog = APILog(),
    observer: @escaping @Sendable (RateLimit) -> Void = { _ in },
    _ body: (ManagementClient) async throws -> Result
  ) async throws -> Result {
    let endpoint = try TenantEndpoint(domain: domain)
    var settings = HTTPTransport.Settings(for: endpoint)
    settings.now = { Self.now }
    change(&settings)
    return try await HTTPTransport.withTransport(endpoint: endpoint, settings: settings) {
      let token = TestToken.token(for: domain)
      let settings = ClientSettings(log: log, observer: observer)
      return try await body(
        ManagementClient(transport: $0, tokens: tokens ?? FixedToken(token), settings: settings))
    }
  }

  /// Plays a script to a body, and gives what the body gave.
  @discardableResult
  static func play<Result: Sendable>(
    _ script: Reply..., sourceLocation: SourceLocation = #_sourceLocation,
    _ body: @escaping @Sendable (ManagementClient) async throws -> Result
  ) async throws -> Result {
    try await run(script, sourceLocation: sourceLocation) { server in
      try await server.withClient { try await body($0) }
    }
  }
}
