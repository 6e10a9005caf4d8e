import Testing

@testable import LocalTenant

@Suite("Request targets")
struct TargetTests {
  @Test(
    "Segments are told apart before they are decoded",
    arguments: [
      ("/api/v2/users/auth0%7C1/roles", ["api", "v2", "users", "auth0|1", "roles"]),
      ("/api/v2/users/auth0%7c1", ["api", "v2", "users", "auth0|1"]),
      ("/api/v2/users/auth0|1", ["api", "v2", "users", "auth0|1"]),
      ("/users/waad%7Ca%2Fb%40c%20d%2Be%C3%A9", ["users", "waad|a/b@c d+eé"]),
      ("/users/a+b", ["users", "a+b"]),
      ("/users/%257C", ["users", "%7C"]),
      ("/a//b/", ["a", "", "b", ""]),
    ])
  func segments(target: String, expected: [String]) throws {
    #expect(try RequestTarget(target).segments == expected)
  }

  @Test("A query's plus signs are spaces, its escapes are not")
  func query() throws {
    let query = try RequestTarget("/u?q=a+b%2Bc&email=x%40y&flag&q=%C3%A9").query
    #expect(query.all("q") == ["a b+c", "é"])
    #expect(query["email"] == "x@y")
    #expect(query["flag"] == "")
    #expect(query["absent"] == nil)
  }

  @Test(
    "Broken escapes are refused", arguments: ["/a%", "/a%2", "/a%zz", "/%FF", "/a?b=%", "/a?%FF"])
  func broken(target: String) {
    #expect(throws: APIError.malformedTarget) { try RequestTarget(target) }
  }
}
