import AccessModel
import Testing

@testable import ManagementAPI

@Suite("Connections that are not made", .timeLimit(.minutes(5)))
struct ConnectionTests {
  /// What a call to a domain comes to, when its host leads to this machine.
  private static func error(
    domain: String, port: Int, audience: String, addresses: [String: String] = [:]
  ) async throws -> APIError? {
    let endpoint = try TenantEndpoint(domain: "\(domain):\(port)")
    var settings = HTTPTransport.Settings(for: endpoint)
    settings.addresses = addresses
    return try await HTTPTransport.withTransport(endpoint: endpoint, settings: settings) {
      transport in
      let tokens = FixedToken(AccessToken(Secret(TestToken.text(audience: audience))))
      return await #expect(throws: APIError.self) {
        try await ManagementClient(
          transport: transport, tokens: tokens, settings: ClientSettings()
        ).users(withEmail: "a")
      }
    }
  }

  @Test("A port on which nobody listens")
  func refused() async throws {
    let port = try await LoopbackServer.run([]) { $0.port }
    let error = try await Self.error(
      domain: "127.0.0.1", port: port, audience: "http://127.0.0.1:\(port)/api/v2/")
    #expect(
      error
        == APIError(
          .unreachable, .listUsersByEmail, detail: "nobody listens on 127.0.0.1:\(port)"))
  }

  @Test("A host that does not exist")
  func unknownHost() async throws {
    let error = try await Self.error(
      domain: "tenant.invalid", port: 4_433, audience: "https://tenant.invalid:4433/api/v2/")
    #expect(error == APIError(.unreachable, .listUsersByEmail, detail: "no such host"))
  }

  @Test("A certificate that nobody vouches for ends the connection before the token is sent")
  func untrusted() async throws {
    try await LoopbackServer.run([], certificate: TestCertificate()) { server in
      let error = try await Self.error(
        domain: "tenant.example", port: server.port,
        audience: "https://tenant.example:\(server.port)/api/v2/",
        addresses: ["tenant.example": "127.0.0.1"])
      #expect(
        error
          == APIError(.unreachable, .listUsersByEmail, detail: "its certificate is not trusted"))
      #expect(server.received.isEmpty)
    }
  }

  @Test("Anywhere but on this machine the first byte is TLS's")
  func neverPlain() async throws {
    try await LoopbackServer.run([]) { server in
      let error = try await Self.error(
        domain: "tenant.example", port: server.port,
        audience: "https://tenant.example:\(server.port)/api/v2/",
        addresses: ["tenant.example": "127.0.0.1"])
      #expect(error?.code == .unreachable || error?.code == .interrupted)
      #expect(server.received.allSatisfy { $0.first == "\u{16}" && !$0.contains("Bearer") })
      #expect(!server.received.isEmpty)
    }
  }

  @Test("A token that does not belong there is not even connected for")
  func misplaced() async throws {
    try await LoopbackServer.run([]) { server in
      let endpoint = try TenantEndpoint(domain: server.domain)
      let token = AccessToken(Secret(TestToken.text(audience: "https://acme.eu.auth0.com/api/v2/")))
      let error = await #expect(throws: TokenPlacementError.self) {
        try await ManagementClient.withClient(endpoint: endpoint, token: token) { _ in
          Issue.record("a client was made")
        }
      }
      #expect(error?.found == ["https://acme.eu.auth0.com/api/v2/"])
      #expect(server.received.isEmpty)
    }
  }

  @Test("A client that is never used costs no connection")
  func unused() async throws {
    try await LoopbackServer.run([]) { server in
      try await ManagementClient.withClient(
        endpoint: TenantEndpoint(domain: server.domain), token: TestToken.token(for: server.domain)
      ) { _ in }
      #expect(server.received.isEmpty)
    }
  }
}
