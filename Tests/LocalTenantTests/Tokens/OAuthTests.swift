import JWTKit
import Testing

@testable import LocalTenant

@Suite("The Authentication API")
struct OAuthTests {
  private static func post(
    _ tenant: RunningTenant, _ path: String, _ form: String
  ) async throws -> RawResponse {
    try await RawClient(port: tenant.address.port).send(
      "POST", path, headers: ["content-type: application/x-www-form-urlencoded"],
      body: Array(form.utf8))
  }

  @Test("A secret is good for a token that the API takes")
  func secret() async throws {
    try await RunningTenant.run { tenant in
      let form =
        "grant_type=client_credentials&client_id=\(tenant.address.clientID)"
        + "&audience=\(tenant.address.audience.escaped)"
      let secret = "&client_secret=\(tenant.address.clientSecret)"
      let answer = try await Self.post(
        tenant, "/oauth/token", form + secret + "&scope=read%3Aroles")
      #expect(answer.status == 200)
      let body = try JSONReader.read(answer.body)
      #expect(body["scope"] == "read:roles")
      #expect(body["expires_in"] == 86_400)
      let token = try #require(body["access_token"]?.string)
      #expect(try await tenant.get("/roles", token: token).status == 200)
      #expect(try await tenant.get("/users", token: token).status == 403)
      for (rest, status, error) in [
        (
          "&client_secret=no", 401, #"{"error":"access_denied","error_description":"Unauthorized"}"#
        ),
        (secret + "&scope=fly", 403, "Client has not been granted scopes: fly"),
        (secret + "&audience=x", 403, "Service not enabled within domain: x"),
        ("", 401, "access_denied"),
      ] {
        let answer = try await Self.post(tenant, "/oauth/token", form + rest)
        #expect(answer.status == status)
        #expect(answer.text.contains(error))
      }
      #expect(try await Self.post(tenant, "/oauth/token", "\u{0}").status == 400)
    }
  }

  @Test("No secret begins like an option of a program that it is handed to")
  func secrets() {
    let secrets = (0..<1_000).map { TokenAuthority.newSecret(seed: $0) }
    #expect(secrets.allSatisfy { $0.count == 64 && $0.first?.isLetter == true })
    #expect(Set(secrets).count == secrets.count)
  }

  @Test("A device waits, is told to slow down, and gets its token once somebody confirms")
  func device() async throws {
    try await RunningTenant.run { tenant in
      let begun = try JSONReader.read(
        try await Self.post(tenant, "/oauth/device/code", "client_id=cli&scope=read%3Aroles").body)
      let form =
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&client_id=cli"
        + "&device_code=\(try #require(begun["device_code"]?.string))"
      let pending = try await Self.post(tenant, "/oauth/token", form)
      #expect(pending.status == 403)
      #expect(pending.text.contains("authorization_pending"))
      let eager = try await Self.post(tenant, "/oauth/token", form)
      #expect(eager.status == 429)
      #expect(eager.text.contains("slow_down"))
      let page = try #require(begun["verification_uri_complete"]?.string)
      let path = String(page.dropFirst(tenant.address.url.count))
      #expect(try await tenant.call("GET", path, token: "").status == 200)
      let answer = try await Self.post(tenant, "/oauth/token", form)
      #expect(answer.status == 200)
      #expect(try JSONReader.read(answer.body)["scope"] == "read:roles")
      #expect(try await Self.post(tenant, "/oauth/token", form).text.contains("invalid_grant"))
    }
  }

  @Test("The keys can be had")
  func keys() async throws {
    try await RunningTenant.run { tenant in
      let answer = try await tenant.call("GET", "/.well-known/jwks.json", token: "")
      let keys = JWTKeyCollection()
      try await keys.add(jwksJSON: answer.text)
      let claims = try await keys.verify(tenant.address.token, as: TokenClaims.self)
      #expect(claims.aud.names == [tenant.address.audience])
      #expect(claims.iss == tenant.address.url + "/")
      let header = try #require(tenant.address.token.split(separator: ".").first)
      #expect(header.hasPrefix("eyJ"))
      #expect(
        try DefaultJWTParser().parse(
          Array(tenant.address.token.utf8), as: TokenClaims.self
        ).header.alg == "RS256")
    }
  }
}
