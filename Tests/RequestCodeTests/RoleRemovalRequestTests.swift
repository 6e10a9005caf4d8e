import AccessModel
import FoundationEssentials
import RequestCode
import Testing

@Suite("The call that takes roles away")
struct RoleRemovalRequestTests {
  @Test(
    "goes over plain HTTP to this machine alone",
    arguments: [
      ("acme.eu.auth0.com", "https://acme.eu.auth0.com"),
      ("127.0.0.1:4400", "http://127.0.0.1:4400"), ("[::1]:4400", "http://[::1]:4400"),
      ("localhost:1", "http://localhost:1"),
      ("127.0.0.1.evil.com", "https://127.0.0.1.evil.com"),
      ("0127.0.0.1", "https://0127.0.0.1"), ("localhost.evil", "https://localhost.evil"),
    ])
  func address(domain: String, origin: String) {
    let request = RoleRemovalRequest(domain: domain, user: UserID("auth0|1"), roles: [])
    #expect(request.address == origin + "/api/v2/users/auth0%7C1/roles")
  }

  private struct Body: Decodable {
    var roles: [String]
  }

  @Test(
    "has the ids in its body, in their order",
    arguments: [
      [], ["rol_a"], ["rol_b", "rol_a", "rol_b"], ["\"", "\\", "'", "\u{0}", "é", "👑", "\u{FFFF}"],
    ])
  func body(ids: [String]) throws {
    let request = RoleRemovalRequest(
      domain: "acme.eu.auth0.com", user: UserID("auth0|1"), roles: ids.map { RoleID($0) })
    let body = try JSONDecoder().decode(Body.self, from: Data(request.body.utf8))
    #expect(body.roles == ids)
    #expect(request.body.utf8.allSatisfy { (0x20...0x7E).contains($0) })
  }

  @Test("holds ids alone: names and tokens have no place in it")
  func idsAlone() {
    let request = RoleRemovalRequest(domain: "d", user: UserID("u"), roles: [RoleID("r")])
    #expect(Mirror(reflecting: request).children.map(\.label) == ["domain", "user", "roles"])
    #expect(request.curl.contains("$AUTH0_API_TOKEN"))
  }
}
