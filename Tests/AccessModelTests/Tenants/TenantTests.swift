import AccessModel
import Testing

@Suite("Tenants")
struct TenantTests {
  @Test(
    "this machine's own addresses",
    arguments: [
      "localhost", "localhost:4400", "127.0.0.1", "127.0.0.1:4400", "127.0.0.1:1",
      "127.0.0.1:65535", "127.255.255.255", "127.8.8.8:80", "[::1]", "[::1]:80",
    ])
  func loopback(domain: String) {
    #expect(Tenant.isLoopback(domain: domain))
    #expect(Tenant(domain: domain, isProduction: false).isOnLoopback)
  }

  @Test(
    "nothing that only looks like them",
    arguments: [
      "", ":", "acme.eu.auth0.com", "127.0.0.1.evil.com", "127.0.0.1:99999", "127.0.0.1:",
      "127.0.0.1:x", "127.0.0.1:-1", "127.0.0.1:+80", "127.0.0.1:80:80", "127.0.0.1:80@evil.com",
      "127.0.0.1@evil.com", "127.0.0.1/", "127.0.0.1#", " 127.0.0.1", "127.0.0.1 ", "127.0.0.256",
      "127.0.0", "127.1", "127", "2130706433", "0x7f.0.0.1", "0177.0.0.1", "127.0.0.1.", "127..0.1",
      "127.0.0.+1", "+127.0.0.1", "127.0.0.-1", "127.0.0.1\n", "128.0.0.1", "12.7.0.1", "0.0.0.0",
      // A resolver reads a leading zero as octal: 87.0.0.1, which is somebody else's.
      "0127.0.0.1", "127.0.0.01", "127.0.0.00",
      "localhost.evil", "localhost.", "localhost:", "localhost:99999", "evil.localhost",
      "localhost@evil.com", "localhosts", "１２７.0.0.1", "127.0.0.١", "[::1]:99999", "[::1]:",
      "[::1]x", "[::1].evil.com", "[::1", "[::2]", "::1", "[::1]@evil.com", "[0:0:0:0:0:0:0:1]",
    ])
  func notLoopback(domain: String) {
    #expect(!Tenant.isLoopback(domain: domain))
  }

  @Test(
    "the name is the first label, or the whole of an address on this machine",
    arguments: [
      ("acme-prod.eu.auth0.com", "acme-prod"), ("acme.auth0.com", "acme"),
      ("login.acme.example", "login"), ("127.0.0.1:4400", "127.0.0.1:4400"),
      ("localhost:4400", "localhost:4400"), ("[::1]:4400", "[::1]:4400"), ("acme", "acme"),
      ("", ""),
    ])
  func name(domain: String, expected: String) {
    #expect(Tenant(domain: domain, isProduction: true).name == expected)
  }

  @Test(
    "a user's page in the Dashboard",
    arguments: [
      ("acme.eu.auth0.com", "eu/acme"), ("acme.us.auth0.com", "us/acme"),
      ("acme.auth0.com", "us/acme"), ("acme.jp.auth0.com", "jp/acme"),
      ("acme.config.eu.auth0.com", "eu/acme"), ("login.acme.example", nil), ("auth0.com", nil),
      ("acme.auth0.com.evil.example", nil), ("acme.notauth0.com", nil), ("127.0.0.1:4400", nil),
      ("localhost", nil), ("", nil),
    ])
  func dashboard(domain: String, path: String?) {
    let tenant = Tenant(domain: domain, isProduction: true)
    let expected = path.map {
      "https://manage.auth0.com/dashboard/\($0)/users/waad%7Ca%2Fb%20%40x%2By"
    }
    #expect(tenant.dashboardAddress(of: UserID("waad|a/b @x+y")) == expected)
  }
}
