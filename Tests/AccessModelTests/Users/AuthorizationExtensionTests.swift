import AccessModel
import Testing

@Suite("What the Authorization Extension left")
struct AuthorizationExtensionTests {
  private typealias Entry = AuthorizationExtensionTraces.Entry

  private static func traces(_ metadata: String) throws -> [Entry]? {
    let json = #"{"user_id":"auth0|1","app_metadata":\#(metadata)}"#
    return try decoded(User.self, from: json).authorizationExtension?.entries
  }

  @Test("Both forms are found, the newer one by application")
  func forms() throws {
    let flat = try Self.traces(#"{"authorization":{"roles":["a"],"groups":["g"]}}"#)
    #expect(flat == [Entry(application: nil, groups: ["g"], roles: ["a"])])
    let named = try Self.traces(
      #"{"authorization":{"Shop":{"roles":["a"],"groups":[],"permissions":["p"]},"App":{"groups":["g"]}}}"#
    )
    #expect(
      named == [
        Entry(application: "App", groups: ["g"]),
        Entry(application: "Shop", roles: ["a"], permissions: ["p"]),
      ])
  }

  @Test(
    "What is none of it is nothing, and hides no user",
    arguments: [
      "null", "{}", "[]", "7", #"{"authorization":null}"#, #"{"authorization":{}}"#,
      #"{"authorization":{"roles":[]}}"#, #"{"authorization":{"roles":"admin"}}"#,
      #"{"authorization":[1]}"#, #"{"authorization":{"App":7}}"#, #"{"roles":["a"]}"#,
    ])
  func none(metadata: String) throws {
    #expect(try Self.traces(metadata) == nil)
  }
}
