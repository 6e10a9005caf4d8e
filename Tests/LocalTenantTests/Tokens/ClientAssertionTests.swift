import FoundationEssentials
import JWTKit
import Testing

@testable import LocalTenant

@Suite("private_key_jwt")
struct ClientAssertionTests {
  /// What a client says of itself, right or wrong.
  struct Assertion: JWTPayload, Sendable {
    var iss = ClientApplication.management.id
    var sub = ClientApplication.management.id
    var aud: String
    var iat = Date().timeIntervalSince1970.rounded()
    var exp = Date().timeIntervalSince1970.rounded() + 120
    var jti = "1"

    func verify(using algorithm: some JWTAlgorithm) async throws {}
  }

  /// The ways of signing that Auth0 takes, and one that it does not.
  enum Algorithm: String, CaseIterable, Sendable {
    case rs256 = "RS256"
    case rs384 = "RS384"
    case ps256 = "PS256"
    case rs512 = "RS512"
  }

  private static func signed(
    _ assertion: Assertion, _ algorithm: Algorithm = .rs256, kid: JWKIdentifier? = nil
  ) async throws -> String {
    let key = try Insecure.RSA.PrivateKey(pem: DevelopmentKey.pem)
    let keys = JWTKeyCollection()
    switch algorithm {
    case .rs256: await keys.add(rsa: key, digestAlgorithm: .sha256, kid: kid)
    case .rs384: await keys.add(rsa: key, digestAlgorithm: .sha384, kid: kid)
    case .ps256: await keys.add(pss: key, digestAlgorithm: .sha256, kid: kid)
    case .rs512: await keys.add(rsa: key, digestAlgorithm: .sha512, kid: kid)
    }
    return try await keys.sign(assertion, kid: kid)
  }

  private static func run(
    _ body: @escaping @Sendable (RunningTenant) async throws -> Void
  ) async throws {
    let key = try Insecure.RSA.PrivateKey(pem: DevelopmentKey.pem).publicKey.pemRepresentation
    try await RunningTenant.run(
      TenantServer(
        configuration: TenantConfiguration(users: 10, rate: 100_000, applicationPublicKey: key)),
      body)
  }

  private static func token(
    _ assertion: String, from tenant: RunningTenant
  ) async throws -> RawResponse {
    let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    return try await RawClient(port: tenant.address.port).send(
      "POST", "/oauth/token", headers: ["content-type: application/json"],
      body: Array(
        """
        {"grant_type":"client_credentials","audience":"\(tenant.address.audience)",\
        "client_assertion_type":"\(type)","client_assertion":"\(assertion)"}
        """.utf8))
  }

  @Test("The three ways of signing that Auth0 takes are taken", arguments: Algorithm.allCases)
  func algorithms(algorithm: Algorithm) async throws {
    try await Self.run { tenant in
      for kid in [nil, JWKIdentifier(string: "app-1")] {
        let assertion = try await Self.signed(
          Assertion(aud: tenant.address.url + "/"), algorithm, kid: kid)
        let answer = try await Self.token(assertion, from: tenant)
        guard algorithm != .rs512 else {
          #expect(answer.status == 401)
          return
        }
        #expect(answer.status == 200)
        let token = try #require(try JSONReader.read(answer.body)["access_token"]?.string)
        #expect(try await tenant.get("/roles", token: token).status == 200)
      }
    }
  }

  @Test("The endpoint is an audience, too")
  func endpoint() async throws {
    try await Self.run { tenant in
      let assertion = try await Self.signed(Assertion(aud: tenant.address.url + "/oauth/token"))
      #expect(try await Self.token(assertion, from: tenant).status == 200)
    }
  }

  @Test("Assertions that are not to be believed")
  func refused() async throws {
    try await Self.run { tenant in
      let aud = tenant.address.url + "/"
      let now = Date().timeIntervalSince1970.rounded()
      let stranger = "rc1SomebodyElse0000000000000001"
      for (assertion, problem) in [
        (Assertion(aud: aud, iat: now - 400, exp: now - 300), "has expired or lives too long"),
        (Assertion(aud: aud, exp: now + 3_600), "has expired or lives too long"),
        (Assertion(aud: "https://acme.eu.auth0.com/"), "audience is not this tenant"),
        (Assertion(iss: stranger, aud: aud), "iss and sub differ"),
        (Assertion(iss: stranger, sub: stranger, aud: aud), "Unauthorized"),
      ] {
        let answer = try await Self.token(try await Self.signed(assertion), from: tenant)
        #expect(answer.status == 401)
        #expect(answer.text.contains(problem), "\(answer.text)")
      }
    }
  }

  @Test("A signature that is not the application's")
  func signature() async throws {
    try await Self.run { tenant in
      let good = try await Self.signed(Assertion(aud: tenant.address.url + "/"))
      let parts = good.split(separator: ".").map(String.init)
      let header = Data(#"{"alg":"none","typ":"JWT"}"#.utf8).base64EncodedString()
      for assertion in [
        "\(parts[0]).\(parts[1]).\(String(parts[2].reversed()))", "\(parts[0]).\(parts[1]).",
        "\(header).\(parts[1]).", "a.b.c", ".", String(repeating: "x", count: 100_000),
      ] {
        let answer = try await Self.token(assertion, from: tenant)
        #expect(answer.status == 401)
        #expect(answer.text.contains("Failed to verify client assertion signature."))
      }
    }
  }

  @Test("Without a key no assertion is taken")
  func noKey() async throws {
    try await RunningTenant.run(users: 10) { tenant in
      let assertion = try await Self.signed(Assertion(aud: tenant.address.url + "/"))
      #expect(try await Self.token(assertion, from: tenant).status == 401)
    }
  }
}
