import AccessModel
import Testing

@testable import ManagementAPI

@Suite("A token goes only where it belongs")
struct TokenPlacementTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var domain: String
    var audience: [String]
    var custom: String?
    var belongs: Bool
    var testDescription: String { "\(domain) \(audience) \(custom ?? "")" }

    init(_ domain: String, _ audience: String..., custom: String? = nil, belongs: Bool) {
      self.domain = domain
      self.audience = audience
      self.custom = custom
      self.belongs = belongs
    }
  }

  private static let acme = "https://acme.eu.auth0.com/api/v2/"
  private static let wildcard = "https://*.auth0.com/api/v2/"

  @Test(arguments: [
    Row("acme.eu.auth0.com", acme, belongs: true),
    Row("ACME.eu.auth0.com", acme, belongs: true),
    Row("acme.eu.auth0.com", "https://acme.eu.auth0.com/userinfo", acme, belongs: true),
    Row("acme.eu.auth0.com", wildcard, belongs: true),
    Row("acme.auth0.com", wildcard, belongs: true),
    Row("globex.eu.auth0.com", acme, belongs: false),
    Row("acme.us.auth0.com", acme, belongs: false),
    Row("acme.eu.auth0.com", "https://acme.eu.auth0.com/api/v2", belongs: false),
    Row("acme.eu.auth0.com", "http://acme.eu.auth0.com/api/v2/", belongs: false),
    Row("acme.eu.auth0.com", "HTTPS://ACME.EU.AUTH0.COM/api/v2/", belongs: false),
    Row("acme.eu.auth0.com", "https://acme.eu.auth0.com.evil.example/api/v2/", belongs: false),
    Row("acme.eu.auth0.com", "https://api.acme.example/", belongs: false),
    Row("acme.eu.auth0.com", "\(acme) ", belongs: false),
    Row("acme.eu.auth0.com", "", belongs: false),
    Row("acme.eu.auth0.com", belongs: false),
    Row("acme.eu.auth0.com:8443", acme, belongs: false),
    Row("acme.eu.auth0.com:8443", wildcard, belongs: false),
    Row(
      "acme.eu.auth0.com", "https://b.auth0.com/api/v2/", custom: "https://b.auth0.com/api/v2/",
      belongs: false),
    Row("evilauth0.com", wildcard, belongs: false),
    Row("auth0.com.evil.example", wildcard, belongs: false),
    Row("login.acme.example", wildcard, belongs: false),
    Row("login.acme.example", acme, belongs: false),
    Row("login.acme.example", "https://login.acme.example/api/v2/", belongs: true),
    Row("login.acme.example", acme, custom: acme, belongs: true),
    Row("login.acme.example", "https://b.auth0.com/api/v2/", custom: acme, belongs: false),
    Row("login.acme.example", wildcard, custom: wildcard, belongs: false),
    Row(
      "login.acme.example", "https://api.acme.example/", custom: "https://api.acme.example/",
      belongs: false),
    Row("127.0.0.1:4400", "http://127.0.0.1:4400/api/v2/", belongs: true),
    Row("127.0.0.1:4400", "https://127.0.0.1:4400/api/v2/", belongs: false),
    Row("127.0.0.1:4400", "http://127.0.0.1:4401/api/v2/", belongs: false),
    Row("127.0.0.1:4400", "http://127.0.0.1/api/v2/", belongs: false),
    Row("127.0.0.1:4400", "http://localhost:4400/api/v2/", belongs: false),
    Row("127.0.0.1:4400", wildcard, belongs: false),
    Row("127.0.0.1:4400", acme, custom: acme, belongs: false),
    Row("localhost:4400", "http://localhost:4400/api/v2/", belongs: true),
    Row("[::1]:4400", "http://[::1]:4400/api/v2/", belongs: true),
  ])
  func rule(row: Row) throws {
    let endpoint = try TenantEndpoint(domain: row.domain, audience: row.custom)
    let list = row.audience.map { "\"\($0)\"" }.joined(separator: ",")
    let token = AccessToken(Secret(TestToken.text(payload: #"{"aud":[\#(list)]}"#)))
    if row.belongs {
      try endpoint.validate(token)
    } else {
      #expect(throws: TokenPlacementError.self) { try endpoint.validate(token) }
    }
  }

  @Test(
    "A token that does not say where it is for goes nowhere", arguments: ["opaque", "", "a.b.c"])
  func opaque(text: String) throws {
    let endpoint = try TenantEndpoint(domain: "acme.eu.auth0.com")
    let error = #expect(throws: TokenPlacementError.self) {
      try endpoint.validate(AccessToken(Secret(text)))
    }
    #expect(
      error?.explanation.problem
        == "The token does not say which tenant it is for, so it was not sent to acme.eu.auth0.com."
    )
    #expect(error?.explanation.remedy == "Get a token with the audience \(Self.acme)")
  }

  @Test("A misplaced token's audiences are named, the first three")
  func sentence() throws {
    let endpoint = try TenantEndpoint(domain: "login.acme.example")
    let error = #expect(throws: TokenPlacementError.self) {
      try endpoint.validate(AccessToken(Secret(TestToken.text(audience: "a", "b", "c", "d"))))
    }
    #expect(
      error?.explanation.problem
        == "The token is for a, b, c, …, so it was not sent to login.acme.example.")
    #expect(
      error?.explanation.remedy
        == "Set AUTH0_AUDIENCE to the audience of the tenant's tokens, or AUTH0_DOMAIN to its own"
        + " auth0.com domain")
  }
}
