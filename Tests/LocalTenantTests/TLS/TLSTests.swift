import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import NIOSSL
import Testing

@testable import LocalTenant

@Suite("TLS")
struct TLSTests {
  private static func server(
    _ names: [String] = ["localhost"], latency: Duration = .zero, faults: String = ""
  ) throws -> TenantServer {
    TenantServer(
      configuration: TenantConfiguration(
        users: 10, latency: latency, rate: 100_000,
        faults: try TenantConfiguration.Faults(parsing: faults),
        tls: try TenantConfiguration.TLS(names: names)))
  }

  /// A client that trusts the tenant's authority, and looks for every host on this machine.
  private static func withClient(
    trusting authority: String?, isLimitedToHTTP1: Bool = false,
    _ body: (HTTPClient) async throws -> Void
  ) async throws {
    var configuration = HTTPClient.Configuration()
    var tls = TLSConfiguration.makeClientConfiguration()
    if let authority {
      tls.trustRoots = .certificates(
        try NIOSSLCertificate.fromPEMBytes(Array(authority.utf8)))
    }
    configuration.tlsConfiguration = tls
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.dnsOverride = ["acme.eu.auth0.com": "127.0.0.1"]
    configuration.httpVersion = isLimitedToHTTP1 ? .http1Only : .automatic
    let client = HTTPClient(configuration: configuration)
    do {
      try await body(client)
      try await client.shutdown()
    } catch {
      try await client.shutdown()
      throw error
    }
  }

  private static func get(
    _ url: String, token: String, by client: HTTPClient
  ) async throws -> HTTPClientResponse {
    var request = HTTPClientRequest(url: url)
    request.headers.add(name: "authorization", value: "Bearer \(token)")
    return try await client.execute(request, timeout: .seconds(30))
  }

  @Test(
    "Whoever trusts its authority is answered, over HTTP/2 and over HTTP/1.1",
    arguments: [false, true])
  func trusted(isLimitedToHTTP1: Bool) async throws {
    try await RunningTenant.run(try Self.server()) { tenant in
      let address = tenant.address
      #expect(address.url == "https://127.0.0.1:\(address.port)")
      #expect(address.audience == "https://127.0.0.1:\(address.port)/api/v2/")
      try await Self.withClient(
        trusting: address.certificateAuthority, isLimitedToHTTP1: isLimitedToHTTP1
      ) { client in
        for host in ["127.0.0.1", "localhost"] {
          let answer = try await Self.get(
            "https://\(host):\(address.port)/api/v2/users?per_page=3", token: address.token,
            by: client)
          #expect(answer.status == .ok)
          #expect(answer.version == (isLimitedToHTTP1 ? .http1_1 : .http2))
          let body = try JSONReader.read(
            Array(try await answer.body.collect(upTo: 1_000_000).readableBytesView))
          #expect(body.array?.count == 3)
        }
      }
    }
  }

  @Test("Nobody trusts it who is not told to")
  func untrusted() async throws {
    try await RunningTenant.run(try Self.server()) { tenant in
      try await Self.withClient(trusting: nil) { client in
        let answer = try? await Self.get(
          "\(tenant.address.url)/api/v2/users", token: tenant.address.token, by: client)
        #expect(answer == nil)
      }
    }
  }

  @Test("It can have a name, and takes tokens for it")
  func named() async throws {
    try await RunningTenant.run(try Self.server(["Acme.eu.auth0.com"])) { tenant in
      let audience = "https://acme.eu.auth0.com/api/v2/"
      try await Self.withClient(trusting: tenant.address.certificateAuthority) { client in
        let origin = "https://acme.eu.auth0.com:\(tenant.address.port)"
        let own = try await tenant.server.token(audience: audience)
        for token in [own, tenant.address.token] {
          let answer = try await Self.get("\(origin)/api/v2/roles", token: token, by: client)
          #expect(answer.status == .ok)
        }
        var request = HTTPClientRequest(url: "\(origin)/oauth/token")
        request.method = .POST
        request.body = .bytes(
          Array(
            """
            {"grant_type":"client_credentials","client_id":"\(tenant.address.clientID)",\
            "client_secret":"\(tenant.address.clientSecret)","audience":"\(audience)"}
            """.utf8))
        let answer = try await client.execute(request, timeout: .seconds(30))
        let body = try JSONReader.read(
          Array(try await answer.body.collect(upTo: 1_000_000).readableBytesView))
        let claims = try Self.claims(of: try #require(body["access_token"]?.string))
        #expect(claims["aud"] == .string(audience))
        #expect(claims["iss"] == "https://acme.eu.auth0.com/")
      }
      let strange = try await tenant.server.token(audience: "https://other.eu.auth0.com/api/v2/")
      try await Self.withClient(trusting: tenant.address.certificateAuthority) { client in
        let answer = try await Self.get(
          "\(tenant.address.url)/api/v2/roles", token: strange, by: client)
        #expect(answer.status == .unauthorized)
      }
    }
  }

  private static func claims(of token: String) throws -> JSON {
    let part = try #require(token.split(separator: ".").dropFirst().first)
    var base64 = String(part).replacing("-", with: "+").replacing("_", with: "/")
    base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
    return try JSONReader.read(Array(try #require(Data(base64Encoded: base64))))
  }

  @Test("A connection that is cut is cut whole, over HTTP/2 too", .timeLimit(.minutes(5)))
  func cut() async throws {
    for fault in ["cut-before", "cut-unanswered", "cut-during", "cut-after"] {
      try await RunningTenant.run(try Self.server(faults: "\(fault)=1")) { tenant in
        try await Self.withClient(trusting: tenant.address.certificateAuthority) { client in
          let url = "\(tenant.address.url)/api/v2/users"
          let length = try? await Self.get(url, token: tenant.address.token, by: client)
            .body.collect(upTo: 1_000_000).readableBytes
          #expect((length != nil) == (fault == "cut-after"), "\(fault)")
        }
      }
    }
  }

  @Test("A body of more than a megabyte ends its stream, not the connection")
  func largeBody() async throws {
    try await RunningTenant.run(try Self.server()) { tenant in
      try await Self.withClient(trusting: tenant.address.certificateAuthority) { client in
        var request = HTTPClientRequest(url: "\(tenant.address.url)/api/v2/roles")
        request.method = .POST
        request.headers.add(name: "authorization", value: "Bearer \(tenant.address.token)")
        request.body = .bytes([UInt8](repeating: 120, count: 1_200_000))
        let answer = try await client.execute(request, timeout: .seconds(30))
        #expect(answer.status == .payloadTooLarge)
      }
    }
  }

  @Test(
    "Names that no host can have",
    arguments: ["", "a b", "-a.example", "a..example", "a.example.", "*", "ä.example", "x\u{0}"])
  func wrongNames(name: String) {
    #expect(throws: SwitchError.self) { try TenantConfiguration.TLS(names: [name]) }
  }
}
