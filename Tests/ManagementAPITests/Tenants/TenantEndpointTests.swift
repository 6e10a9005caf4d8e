import AccessModel
import Testing

@testable import ManagementAPI

@Suite("Domains")
struct TenantEndpointTests {
  @Test(
    "A domain leads over https, and to this machine over http",
    arguments: [
      ("acme.eu.auth0.com", "https://acme.eu.auth0.com"),
      ("ACME.EU.Auth0.com", "https://acme.eu.auth0.com"),
      ("login.acme.example", "https://login.acme.example"),
      ("login.acme.example:8443", "https://login.acme.example:8443"),
      ("xn--bcher-kva.example", "https://xn--bcher-kva.example"),
      ("localhost", "http://localhost"), ("localhost:4400", "http://localhost:4400"),
      ("127.0.0.1:4400", "http://127.0.0.1:4400"), ("127.8.8.8", "http://127.8.8.8"),
      ("[::1]:4400", "http://[::1]:4400"), ("192.168.0.1", "https://192.168.0.1"),
      ("localhost.example", "https://localhost.example"),
      ("127.0.0.1.example", "https://127.0.0.1.example"), ("127.0.0.256", "https://127.0.0.256"),
      ("0.0.0.0", "https://0.0.0.0"),
    ])
  func valid(domain: String, baseURL: String) throws {
    let endpoint = try TenantEndpoint(domain: domain)
    #expect(endpoint.baseURL == baseURL)
    #expect(endpoint.audience == baseURL + "/api/v2/")
    #expect(endpoint.isOnLoopback == baseURL.hasPrefix("http://"))
  }

  @Test(
    "Anything else is refused, and what was probably meant is offered",
    arguments: [
      ("https://acme.eu.auth0.com/", "acme.eu.auth0.com"),
      ("https://acme.eu.auth0.com/api/v2/", "acme.eu.auth0.com"),
      ("http://127.0.0.1:4400/", "127.0.0.1:4400"), ("acme.eu.auth0.com/", "acme.eu.auth0.com"),
      (" acme.eu.auth0.com ", "acme.eu.auth0.com"), ("acme.eu.auth0.com#x", "acme.eu.auth0.com"),
      ("user:pass@acme.eu.auth0.com", "acme.eu.auth0.com"),
      ("acme.eu.auth0.com@evil.example", "evil.example"),
      ("https://evil.example\\@acme.eu.auth0.com", "evil.example"), ("acme", nil), ("", nil),
      (" ", nil), ("acme..auth0.com", nil), (".auth0.com", nil), ("acme.auth0.com.", nil),
      ("-a.auth0.com", nil), ("a-.auth0.com", nil), ("*.auth0.com", nil), ("a_b.auth0.com", nil),
      ("bücher.example", nil), ("acme.eu.auth0.com:", nil), ("acme.eu.auth0.com:0", nil),
      ("acme.eu.auth0.com:x", nil), ("acme.eu.auth0.com:+80", nil),
      ("acme.eu.auth0.com:99999", nil), ("127.0.0.+1", nil), ("[::2]", nil), ("[::1", nil),
      ("acme.eu.auth0.com\r\nx: y", "acme.eu.auth0.com"), ("a\u{0}b.auth0.com", nil),
      ("eyJhbGciOiJSUzI1NiJ9.eyJhdWQi_OiJhIn0.c2ln", nil),
      (String(repeating: "a", count: 64) + ".example", nil),
      (String(repeating: "a.", count: 130) + "example", nil),
    ])
  func invalid(domain: String, suggestion: String?) {
    let error = #expect(throws: TenantDomainError.self) { try TenantEndpoint(domain: domain) }
    #expect(error?.suggestion == suggestion)
  }

  @Test("The error shows the mend")
  func explanation() {
    let error = #expect(throws: TenantDomainError.self) {
      try TenantEndpoint(domain: "https://acme.eu.auth0.com/")
    }
    let explanation = error?.explanation(of: "AUTH0_DOMAIN")
    #expect(
      explanation?.problem
        == "AUTH0_DOMAIN is not a bare domain: it takes no https://, no path, no user and no spaces."
    )
    #expect(explanation?.remedy == "Set AUTH0_DOMAIN=acme.eu.auth0.com")
  }
}
