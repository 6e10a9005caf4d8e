import AccessModel
import Testing

@Suite("Permissions and APIs are read from whatever the tenant sends")
struct PermissionDecodingTests {
  @Test("a direct grant, as recorded")
  func directGrant() throws {
    let json = """
      {"permission_name":"create:resource","description":"Create Resource",
      "resource_server_name":"Test API","resource_server_identifier":"https://api.example.com/",
      "sources":[{"source_id":"","source_name":"","source_type":"DIRECT"}]}
      """
    let permission = try decoded(Permission.self, from: json)
    #expect(permission.name == "create:resource")
    #expect(permission.description == "Create Resource")
    #expect(permission.apiName == "Test API")
    #expect(permission.sources == [.direct])
    #expect(permission.sources?.first?.isDirect == true)
    let key = Permission.Key(api: "https://api.example.com/", name: "create:resource")
    #expect(permission.key == key)
  }

  @Test(
    "sources name roles, or nobody, or are not there",
    arguments: [
      (#"[{"source_id":"rol_1","source_name":"A","source_type":"ROLE"}]"#, [("rol_1", "A")]),
      (#"[{"source_id":"rol_1"},{"source_id":null}]"#, [("rol_1", ""), ("", "")]),
      ("[]", []), ("null", nil), ("{}", nil), (#"["direct"]"#, nil),
    ] as [(String, [(String, String)]?)])
  func sources(json: String, expected: [(String, String)]?) throws {
    let text = #"{"permission_name":"a","resource_server_identifier":"b","sources":\#(json)}"#
    let permission = try decoded(Permission.self, from: text)
    #expect(permission.sources == expected?.map { Permission.Source(id: $0.0, name: $0.1) })
    #expect(permission.apiName == "b")
    #expect(permission.description.isEmpty)
  }

  @Test(
    "without its name and its API it is no permission",
    arguments: [
      "{}", #"{"permission_name":"a"}"#, #"{"resource_server_identifier":"b"}"#,
      #"{"permission_name":7,"resource_server_identifier":"b"}"#,
    ])
  func noKey(json: String) {
    #expect(throws: DecodingError.self) { try decoded(Permission.self, from: json) }
  }

  @Test("permissions are sorted by API, then by name")
  func order() {
    let keys = [("b", "a"), ("a", "b"), ("a", "a")].map { Permission.Key(api: $0, name: $1) }
    #expect(keys.sorted() == [keys[2], keys[1], keys[0]])
  }

  @Test(
    "an API has RBAC off unless it says on, and tokens that live a day unless it says how long",
    arguments: [
      (#","name":"B","enforce_policies":true,"token_lifetime":600"#, "B", true, 600),
      (#","name":"B","enforce_policies":false"#, "B", false, 86_400),
      (#","enforce_policies":null,"token_lifetime":null"#, "https://b/", false, 86_400),
      (
        #","name":[],"enforce_policies":"true","token_lifetime":"600""#, "https://b/", false, 86_400
      ),
      ("", "https://b/", false, 86_400),
    ])
  func api(fields: String, name: String, enforces: Bool, lifetime: Int) throws {
    let api = try decoded(ResourceServer.self, from: #"{"identifier":"https://b/"\#(fields)}"#)
    let expected = ResourceServer(
      name: name, identifier: "https://b/", enforcesPolicies: enforces, tokenLifetime: lifetime)
    #expect(api == expected)
    #expect(throws: DecodingError.self) { try decoded(ResourceServer.self, from: "{}") }
  }
}
