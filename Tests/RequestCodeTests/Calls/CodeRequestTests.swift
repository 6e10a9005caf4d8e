import AccessModel
import FoundationEssentials
import RequestCode
import Testing

@Suite("A call to be shown as code")
struct CodeRequestTests {
  @Test(
    "goes over plain HTTP to this machine alone",
    arguments: [
      ("acme.eu.auth0.com", "https://acme.eu.auth0.com"),
      ("127.0.0.1:4400", "http://127.0.0.1:4400"), ("[::1]:4400", "http://[::1]:4400"),
      ("localhost:1", "http://localhost:1"),
      ("127.0.0.1.evil.com", "https://127.0.0.1.evil.com"),
      ("0127.0.0.1", "https://0127.0.0.1"), ("localhost.evil", "https://localhost.evil"),
      ("a\"b\n\u{202E}", "https://a%22b%0A%E2%80%AE"),
    ])
  func address(domain: String, origin: String) {
    let request = CodeRequest.removal(of: [], from: UserID("auth0|1"), domain: domain)
    #expect(request.address == origin + "/api/v2/users/auth0%7C1/roles")
    #expect(request.method == .delete)
  }

  @Test("keeps what it is given within its place of the address")
  func query() {
    let request = CodeRequest(
      .get, domain: "acme.eu.auth0.com", path: ["users", "a/b?c"],
      query: [.init("q", "name:\"a&b\" é"), .init("page", "0")])
    #expect(
      request.address == "https://acme.eu.auth0.com/api/v2/users/a%2Fb%3Fc"
        + "?q=name%3A%22a%26b%22%20%C3%A9&page=0")
    #expect(request.body == nil)
  }

  private struct Body: Decodable {
    var roles: [String]
  }

  @Test(
    "has the ids in its body, in their order",
    arguments: [
      [], ["rol_a"], ["rol_b", "rol_a", "rol_b"],
      ["\"", "\\", "'", "`", "\u{0}", "é", "👑", "\u{FFFF}", "\n", "\u{202E}"],
    ])
  func roles(ids: [String]) throws {
    for request in [
      CodeRequest.removal(of: ids.map { RoleID($0) }, from: UserID("a|1"), domain: "d.example"),
      CodeRequest.assignment(of: ids.map { RoleID($0) }, to: UserID("a|1"), domain: "d.example"),
    ] {
      let text = try #require(request.body)
      #expect(try JSONDecoder().decode(Body.self, from: Data(text.utf8)).roles == ids)
      #expect(text.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }
  }

  @Test(
    "says the same JSON in ASCII",
    arguments: [
      ("{\n\t\"name\": \"O'Brien é👑\"\r\n}", #"{  "name": "O\u0027Brien \u00e9\ud83d\udc51"  }"#),
      (#"["\u00e9","\\","\n"]"#, #"["\u00e9","\\","\n"]"#), ("[\"`\u{7F}\"]", #"["\u0060\u007f"]"#),
    ])
  func body(text: String, ascii: String) {
    let request = CodeRequest(.post, domain: "d.example", path: ["roles"], body: text)
    #expect(request.body == ascii)
  }

  @Test("has no place for names and tokens")
  func idsAlone() {
    let request = CodeRequest.removal(of: [RoleID("r")], from: UserID("u"), domain: "d")
    #expect(Mirror(reflecting: request).children.map(\.label) == ["method", "address", "body"])
  }

  @Test("The languages stand in a circle, each under the name that the command takes")
  func languages() {
    #expect(
      CodeLanguage.allCases.map(\.rawValue)
        == ["curl", "csharp", "go", "java", "node", "objc", "php", "python", "ruby", "swift"])
    #expect(CodeLanguage.allCases.map(\.next) == CodeLanguage.allCases.dropFirst() + [.curl])
  }
}
