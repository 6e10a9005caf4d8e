import AccessModel
import FoundationEssentials
import Testing

@testable import ManagementAPI

@Suite("Proxies and authorities, over the wire", .timeLimit(.minutes(5)))
struct NetworkWireTests {
  private static let target = "GET /api/v2/users-by-email?email=a"

  /// Calls a TLS server on this machine under a name, with an environment.
  private static func call(
    _ name: String, port: Int, _ environment: [String: String], addresses: [String: String]
  ) async throws -> [User] {
    let endpoint = try TenantEndpoint(domain: "\(name):\(port)")
    var settings = HTTPTransport.Settings(for: endpoint)
    settings.addresses = addresses
    settings.network = try NetworkSettings(environment: environment)
    return try await HTTPTransport.withTransport(endpoint: endpoint, settings: settings) {
      let token = AccessToken(Secret(TestToken.text(audience: endpoint.audience)))
      return try await ManagementClient(
        transport: $0, tokens: FixedToken(token), settings: ClientSettings()
      ).users(withEmail: "a")
    }
  }

  /// A file with the test's authority, which is removed afterwards.
  private static func withAuthority<Result>(
    _ body: (String) async throws -> Result
  ) async throws -> Result {
    let path = FileManager.default.temporaryDirectory.path + "/authority-\(UUID().uuidString).pem"
    try Data(TestCertificate.certificate.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
  }

  @Test("An authority of one's own is trusted besides the system's")
  func ownAuthority() async throws {
    try await Self.withAuthority { file in
      try await LoopbackServer.run(
        [Reply(to: Self.target, 200, "[]")], certificate: TestCertificate()
      ) { server in
        let users = try await Self.call(
          "tenant.example", port: server.port, ["ROLECALL_CA_FILE": file],
          addresses: ["tenant.example": "127.0.0.1"])
        #expect(users.isEmpty)
        #expect(server.received.first?.contains("authorization: Bearer ") == true)
      }
    }
  }

  @Test("A certificate for another name ends the connection before the token is sent")
  func wrongName() async throws {
    try await Self.withAuthority { file in
      try await LoopbackServer.run([], certificate: TestCertificate()) { server in
        let error = await #expect(throws: APIError.self) {
          try await Self.call(
            "other.example", port: server.port, ["SSL_CERT_FILE": file],
            addresses: ["other.example": "127.0.0.1"])
        }
        #expect(error?.code == .unreachable)
        #expect(error?.detail?.contains("certificate") == true)
        #expect(server.received.isEmpty)
      }
    }
  }

  @Test("Through a proxy the tenant is asked for by name, and the proxy never sees the token")
  func proxy() async throws {
    try await Self.withAuthority { file in
      try await LoopbackServer.run(
        [Reply(to: Self.target, 200, "[]")], certificate: TestCertificate()
      ) { server in
        let port = server.port
        try await LoopbackProxy.run(to: port) { proxy in
          _ = try await Self.call(
            "tenant.example", port: port,
            [
              "ROLECALL_CA_FILE": file, "HTTPS_PROXY": "http://ana:secret@127.0.0.1:\(proxy.port)",
            ], addresses: [:])
          #expect(proxy.received.count == 1)
          let head = proxy.received.first ?? ""
          #expect(head.hasPrefix("CONNECT tenant.example:\(port) HTTP/1.1\r\n"))
          #expect(head.contains("Basic YW5hOnNlY3JldA=="))
          #expect(!head.contains("Bearer"))
        }
      }
    }
  }

  @Test("An exception goes straight, past a proxy that is not there")
  func exception() async throws {
    try await Self.withAuthority { file in
      try await LoopbackServer.run(
        [Reply(to: Self.target, 200, "[]")], certificate: TestCertificate()
      ) { server in
        let users = try await Self.call(
          "tenant.example", port: server.port,
          [
            "ROLECALL_CA_FILE": file, "HTTPS_PROXY": "http://127.0.0.1:1", "NO_PROXY": ".example",
          ], addresses: ["tenant.example": "127.0.0.1"])
        #expect(users.isEmpty)
      }
    }
  }
}
