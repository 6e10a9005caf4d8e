import AccessModel
import RequestCode
import Testing

@Suite("A removal as a curl command", .timeLimit(.minutes(5)))
struct CurlTests {
  private static let token = "eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl-_"

  private static func arguments(body: String, address: String) -> [String] {
    [
      "--config", "-", "--silent", "--show-error", "--request", "DELETE", "--header",
      "Content-Type: application/json", "--data-raw", body, "--write-out", "\\n%{http_code}",
      address,
    ]
  }

  @Test(
    "reaches curl as it is meant, whatever the user's id holds",
    arguments: [
      ("auth0|63d17c50e99d3933163bdda9", "auth0%7C63d17c50e99d3933163bdda9"),
      ("waad|a/b @x+y", "waad%7Ca%2Fb%20%40x%2By"),
      ("ad|it's \"quoted\"", "ad%7Cit%27s%20%22quoted%22"),
      ("ad|`touch stranger`", "ad%7C%60touch%20stranger%60"),
      ("ad|$(touch stranger)", "ad%7C%24%28touch%20stranger%29"),
      ("ad|'; touch stranger; '", "ad%7C%27%3B%20touch%20stranger%3B%20%27"),
      ("ad|a\ntouch stranger\n", "ad%7Ca%0Atouch%20stranger%0A"),
      ("ad|a\r\n\\\n", "ad%7Ca%0D%0A%5C%0A"), ("ad|%s%n\\n%00", "ad%7C%25s%25n%5Cn%2500"),
      ("ad|{a,b}[1-9]*?~!", "ad%7C%7Ba%2Cb%7D%5B1-9%5D%2A%3F~%21"), ("--config", "--config"),
      ("@/etc/passwd", "%40%2Fetc%2Fpasswd"), ("ad|é👑", "ad%7C%C3%A9%F0%9F%91%91"),
      ("../../roles", "..%2F..%2Froles"), ("..", "%2E%2E"),
    ])
  func users(id: String, segment: String) throws {
    let request = CodeRequest.removal(
      of: [RoleID("rol_NHBmr6NkzbRcHob1")], from: UserID(id), domain: "acme.eu.auth0.com")
    let curl = try FakeCurl()
    let call = try curl.call(from: request.program(in: .curl), token: Self.token)
    let expected = FakeCurl.Call(
      arguments: Self.arguments(
        body: #"{"roles":["rol_NHBmr6NkzbRcHob1"]}"#,
        address: "https://acme.eu.auth0.com/api/v2/users/\(segment)/roles"),
      input: "header = \"Authorization: Bearer \(Self.token)\"\n")
    #expect(call == expected)
    #expect(try curl.strangers().isEmpty)
  }

  @Test(
    "reaches curl as it is meant, whatever the roles' ids hold",
    arguments: [
      (["rol_a", "rol_b"], #"{"roles":["rol_a","rol_b"]}"#),
      (["it's"], #"{"roles":["it\u0027s"]}"#), (["a\"b\\c"], #"{"roles":["a\u0022b\u005cc"]}"#),
      (
        ["`touch stranger`", "$(touch stranger)"],
        #"{"roles":["\u0060touch stranger\u0060","$(touch stranger)"]}"#
      ),
      (["a\nb\r\t\u{0}\u{1B}"], #"{"roles":["a\u000ab\u000d\u0009\u0000\u001b"]}"#),
      (["é👑\u{202E}\u{7F}"], #"{"roles":["\u00e9\ud83d\udc51\u202e\u007f"]}"#),
      (["%s!*?~"], #"{"roles":["%s!*?~"]}"#),
    ])
  func roles(ids: [String], body: String) throws {
    let request = CodeRequest.removal(
      of: ids.map { RoleID($0) }, from: UserID("auth0|1"), domain: "acme.eu.auth0.com")
    let curl = try FakeCurl()
    let call = try curl.call(from: request.program(in: .curl), token: Self.token)
    let address = "https://acme.eu.auth0.com/api/v2/users/auth0%7C1/roles"
    #expect(call?.arguments == Self.arguments(body: body, address: address))
    #expect(try curl.strangers().isEmpty)
    #expect(request.program(in: .curl).utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
  }

  @Test(
    "gives the token to curl on its standard input, as it is, and nowhere else",
    arguments: [token, "$HOME", "`touch stranger`", "%s%d", "a b  c", "-n", "*"])
  func tokens(token: String) throws {
    let request = CodeRequest.removal(
      of: [RoleID("rol_a")], from: UserID("auth0|1"), domain: "acme.eu.auth0.com")
    let curl = try FakeCurl()
    let call = try #require(try curl.call(from: request.program(in: .curl), token: token))
    #expect(call.input == "header = \"Authorization: Bearer \(token)\"\n")
    #expect(call.arguments.allSatisfy { !$0.contains(token) || token == "-n" || token == "*" })
    #expect(call.arguments.allSatisfy { !$0.lowercased().contains("authorization") })
    #expect(try curl.strangers().isEmpty)
  }

  @Test(
    "fails on a status that is no 2xx, and prints it",
    arguments: [
      ("200", 0), ("204", 0), ("302", 1), ("401", 1), ("429", 1), ("500", 1), ("000", 1),
    ])
  func statuses(status: String, end: Int32) throws {
    let request = CodeRequest.removal(
      of: [RoleID("rol_a")], from: UserID("auth0|1"), domain: "acme.eu.auth0.com")
    let run = try FakeCurl(status: status).run(request.program(in: .curl), token: Self.token)
    #expect(run.status == end)
    #expect(run.output == "\n\(status)\n")
  }

  @Test("a fake that is never called is seen to be so")
  func notCalled() throws {
    let curl = try FakeCurl()
    #expect(try curl.call(from: "touch stranger", token: Self.token) == nil)
    #expect(try curl.strangers() == ["stranger"])
  }
}
