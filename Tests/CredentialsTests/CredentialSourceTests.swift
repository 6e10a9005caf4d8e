import AccessModel
import FoundationEssentials
import ManagementAPI
import Testing

@testable import Credentials

@Suite("Credentials from the environment")
struct CredentialSourceTests {
  private static let now = TestJWT.now
  private static let canary = TestJWT.canary
  private static let acme = TestJWT.acme

  private static func token(
    _ audience: String = acme, expires: Int = 1_700_086_400, subject: String = "abc@clients"
  ) -> String {
    TestJWT.token(audience, expires: expires, subject: subject)
  }

  private static func resolve(
    _ environment: [String: String]
  ) throws(CredentialsError) -> ResolvedCredentials {
    try CredentialSource(environment: environment).resolve { now }
  }

  private static func error(_ environment: [String: String]) -> CredentialsError? {
    #expect(throws: CredentialsError.self) { try resolve(environment) }
  }

  @Test("A domain and a token are enough", arguments: ["AUTH0_API_TOKEN", "AUTH0_ACCESS_TOKEN"])
  func token(variable: String) throws {
    let found = try Self.resolve(["AUTH0_DOMAIN": "acme.eu.auth0.com", variable: Self.token()])
    #expect(found.endpoint.baseURL == "https://acme.eu.auth0.com")
    #expect(found.token == AccessToken(Secret(Self.token())))
    #expect(
      found.session
        == Session(
          tenant: Tenant(domain: "acme.eu.auth0.com", isProduction: true),
          scopes: ["read:users", "read:roles"],
          expiresAt: Date(timeIntervalSince1970: 1_700_086_400)))
  }

  @Test("The same token twice is one; white space around values is not part of them")
  func twice() throws {
    let found = try Self.resolve([
      "AUTH0_DOMAIN": " acme.eu.auth0.com\n", "AUTH0_API_TOKEN": Self.token() + "\r\n",
      "AUTH0_ACCESS_TOKEN": Self.token(),
    ])
    #expect(found.token == AccessToken(Secret(Self.token())))
  }

  @Test("Two different tokens are an error that names both")
  func ambiguous() {
    let error = Self.error([
      "AUTH0_DOMAIN": "acme.eu.auth0.com", "AUTH0_API_TOKEN": Self.token(),
      "AUTH0_ACCESS_TOKEN": Self.token(subject: "other"),
    ])
    #expect(error?.code == .ambiguousToken)
    #expect(error?.variables == ["AUTH0_API_TOKEN", "AUTH0_ACCESS_TOKEN"])
    #expect(
      error?.explanation.problem == "AUTH0_API_TOKEN and AUTH0_ACCESS_TOKEN hold different tokens.")
  }

  @Test(
    "What is missing is named",
    arguments: [
      ([:], .missingDomain, ["AUTH0_DOMAIN"]),
      (["AUTH0_DOMAIN": " ", "AUTH0_API_TOKEN": "x"], .missingDomain, ["AUTH0_DOMAIN"]),
      (
        ["AUTH0_DOMAIN": "acme.eu.auth0.com"], .missingToken,
        ["AUTH0_API_TOKEN", "AUTH0_ACCESS_TOKEN"]
      ),
      (
        ["AUTH0_DOMAIN": "acme.eu.auth0.com", "AUTH0_API_TOKEN": "", "AUTH0_CLIENT_ID": "abc"],
        .missingProof, ["AUTH0_CLIENT_SECRET", "AUTH0_CLIENT_ASSERTION_PRIVATE_KEY"]
      ),
    ] as [([String: String], CredentialsError.Code, [String])])
  func missing(environment: [String: String], code: CredentialsError.Code, variables: [String]) {
    let error = Self.error(environment)
    #expect(error?.code == code)
    #expect(error?.variables == variables)
    let said = "\(error?.explanation.problem ?? "") \(error?.explanation.remedy ?? "")"
    for variable in variables { #expect(said.contains(variable)) }
  }

  @Test("A domain with more around it is refused, and the mend is shown")
  func malformedDomain() {
    let error = Self.error([
      "AUTH0_DOMAIN": "https://acme.eu.auth0.com/", "AUTH0_API_TOKEN": Self.token(),
    ])
    #expect(error?.code == .malformedDomain)
    #expect(error?.explanation.remedy == "Set AUTH0_DOMAIN=acme.eu.auth0.com")
  }

  @Test("A token in the place of the domain is not shown")
  func swapped() {
    let error = Self.error(["AUTH0_DOMAIN": Self.token(), "AUTH0_API_TOKEN": "acme.eu.auth0.com"])
    #expect(error?.code == .malformedDomain)
    #expect(!"\(error as Any)".contains("eyJ"))
  }

  @Test("A custom domain takes the audience that is named for it")
  func customDomain() throws {
    var environment = [
      "AUTH0_DOMAIN": "login.acme.example", "AUTH0_ACCESS_TOKEN": Self.token(),
      "AUTH0_AUDIENCE": Self.acme,
    ]
    let found = try Self.resolve(environment)
    #expect(found.endpoint.domain == "login.acme.example")
    environment["AUTH0_AUDIENCE"] = nil
    #expect(Self.error(environment)?.code == .misplacedToken)
    environment["AUTH0_AUDIENCE"] = "https://api.acme.example/"
    #expect(Self.error(environment)?.code == .malformedAudience)
  }

  @Test("An audience that is set for something else does not matter to a tenant's own domain")
  func otherAudience() throws {
    _ = try Self.resolve([
      "AUTH0_DOMAIN": "acme.eu.auth0.com", "AUTH0_API_TOKEN": Self.token(),
      "AUTH0_AUDIENCE": "https://api.acme.example/",
    ])
  }

  @Test(
    "A token for somewhere else stays here",
    arguments: [
      ("globex.eu.auth0.com", acme), ("127.0.0.1:4400", acme),
      ("127.0.0.1:4400", "http://127.0.0.1:4401/api/v2/"),
      ("acme.eu.auth0.com", "http://127.0.0.1:4400/api/v2/"),
    ])
  func misplaced(domain: String, audience: String) {
    let error = Self.error(["AUTH0_DOMAIN": domain, "AUTH0_API_TOKEN": Self.token(audience)])
    #expect(error?.code == .misplacedToken)
    #expect(error?.variables == ["AUTH0_API_TOKEN"])
    #expect(error?.domain == domain)
    #expect(
      error?.explanation.problem == "The token is for \(audience), so it was not sent to \(domain)."
    )
  }

  @Test("A token without claims stays here")
  func opaque() {
    let error = Self.error(["AUTH0_DOMAIN": "acme.eu.auth0.com", "AUTH0_API_TOKEN": Self.canary])
    #expect(error?.code == .misplacedToken)
    #expect(!"\(error as Any)".contains(Self.canary))
  }

  @Test(
    "A token that has ended is said to have, with the time",
    arguments: [1_700_000_000, 1_699_999_999, 0])
  func expired(at seconds: Int) {
    let error = Self.error([
      "AUTH0_DOMAIN": "acme.eu.auth0.com", "AUTH0_ACCESS_TOKEN": Self.token(expires: seconds),
    ])
    #expect(error?.code == .expiredToken)
    #expect(error?.expiredAt == Date(timeIntervalSince1970: Double(seconds)))
    #expect(error?.variables == ["AUTH0_ACCESS_TOKEN"])
    if seconds == 1_700_000_000 {
      #expect(
        error?.explanation.problem
          == "The token in AUTH0_ACCESS_TOKEN expired at 2023-11-14T22:13:20Z.")
    }
  }

  @Test("A token that has a second left is taken")
  func almostExpired() throws {
    _ = try Self.resolve([
      "AUTH0_DOMAIN": "acme.eu.auth0.com", "AUTH0_API_TOKEN": Self.token(expires: 1_700_000_001),
    ])
  }

  @Test("No way to print what was found, or why nothing was, shows a token")
  func printing() throws {
    let environment = [
      "AUTH0_DOMAIN": "acme.eu.auth0.com", "AUTH0_API_TOKEN": Self.token(),
      "HOME_SECRET": Self.canary,
    ]
    let source = CredentialSource(environment: environment)
    let found = try source.resolve { Self.now }
    let expired = try #require(
      Self.error(["AUTH0_DOMAIN": "acme.eu.auth0.com", "AUTH0_API_TOKEN": Self.token(expires: 1)]))
    let values: [Any] = [source, found, expired]
    for value in values {
      var dumped = ""
      dump(value, to: &dumped)
      for text in ["\(value)", String(reflecting: value), dumped] {
        #expect(!text.contains(Self.canary))
        #expect(!text.contains("eyJ"))
      }
    }
  }
}
