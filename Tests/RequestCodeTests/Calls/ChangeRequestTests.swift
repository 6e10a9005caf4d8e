import AccessModel
import FoundationEssentials
import RequestCode
import Testing

@Suite("A change, and a call that was made, as code")
struct ChangeRequestTests {
  private static let ana = User(id: UserID("auth0|1"), name: "Ana Lima", email: "ana@acme.example")
  private static let role = Role(id: RoleID("rol_1"), name: "Billing \"Admin\"")
  private static let globex = Organization(
    id: OrganizationID("org_1"), name: "globex", displayName: "Globex")
  private static let permission = Permission(
    name: "read:\"bills\"", apiName: "Billing", apiIdentifier: "https://billing/")
  private static let api = ResourceServer(
    name: "Billing", identifier: "https://billing/", enforcesPolicies: false)
  private static let roles = #"{"roles":["rol_1"]}"#
  private static let permissions =
    #"{"permissions":[{"permission_name":"read:\u0022bills\u0022","resource_server_identifier":"https://billing/"}]}"#

  private static let changes: [(Change, CodeRequest.Method, String, String?)] = [
    (.removeRole(role, from: ana), .delete, "users/auth0%7C1/roles", roles),
    (.assignRole(role, to: ana), .post, "users/auth0%7C1/roles", roles),
    (
      .removeOrganizationRole(role, from: ana, in: globex), .delete,
      "organizations/org_1/members/auth0%7C1/roles", roles
    ),
    (
      .assignOrganizationRole(role, to: ana, in: globex), .post,
      "organizations/org_1/members/auth0%7C1/roles", roles
    ),
    (
      .revokePermission(permission, from: ana), .delete, "users/auth0%7C1/permissions", permissions
    ),
    (.grantPermission(permission, to: ana), .post, "users/auth0%7C1/permissions", permissions),
    (.removePermission(permission, from: role), .delete, "roles/rol_1/permissions", permissions),
    (.addPermission(permission, to: role), .post, "roles/rol_1/permissions", permissions),
    (.deleteRole(role), .delete, "roles/rol_1", nil),
    (
      .setRBAC(of: api, to: RBACSetting(enforcesPolicies: true, tokenDialect: nil)), .patch,
      "resource-servers/https%3A%2F%2Fbilling%2F", #"{"enforce_policies":true}"#
    ),
    (
      .setRBAC(
        of: api, to: RBACSetting(enforcesPolicies: true, tokenDialect: "access_token_authz")),
      .patch, "resource-servers/https%3A%2F%2Fbilling%2F",
      #"{"enforce_policies":true,"token_dialect":"access_token_authz"}"#
    ),
    (.revokeAccess(of: ana), .post, "users/auth0%7C1/revoke-access", "{}"),
  ]

  @Test("Each kind of change is its call, of ids alone")
  func kinds() throws {
    #expect(Set(Self.changes.map(\.0.kind)) == Set(Change.Kind.allCases))
    for (change, method, path, body) in Self.changes {
      let request = CodeRequest(change, domain: "acme.eu.auth0.com")
      #expect(request.method == method)
      #expect(request.address == "https://acme.eu.auth0.com/api/v2/\(path)")
      #expect(request.body == body)
      if let body {
        #expect(throws: Never.self) {
          try JSONDecoder().decode([String: AnyValue].self, from: Data(body.utf8))
        }
      }
      for language in CodeLanguage.allCases {
        let program = request.program(in: language)
        #expect(!program.contains("Lima") && !program.contains("Admin"), "\(language.title)")
        #expect(!program.contains("acme.example"), "\(language.title)")
      }
    }
  }

  private static func call(
    _ method: String, _ path: String, _ query: [APICall.QueryItem] = [], hasBody: Bool = false,
    operation: AccessModel.Operation = .listUsers
  ) -> APICall {
    APICall(
      number: 1, operation: operation, method: method, path: path, query: query, hasBody: hasBody,
      startedAt: .distantPast, duration: .zero, attempt: 1, status: 200)
  }

  @Test(
    "A call that was made goes to the same place, its ids within their segments",
    arguments: [
      "auth0|63d1", "waad|a/b @x+y", "..", "%41", "é👑\u{202E}", "a?b#c", "\"'`$()\n",
    ])
  func path(id: String) throws {
    let segment = PathSegment(id).encoded
    let request = try #require(
      CodeRequest(
        Self.call(
          "GET", "/api/v2/users/\(segment)/roles?per_page=…&q=…",
          [.init("per_page", "50"), .init("q", "name:\"a b\"")]), domain: "d.example"))
    #expect(
      request.address
        == "https://d.example/api/v2/users/\(segment)/roles?per_page=50&q=name%3A%22a%20b%22")
    #expect(request.method == .get)
    #expect(request.body == nil)
  }

  @Test("A write without a body is shown, one whose body is not kept is not, nor one for a token")
  func unknown() {
    #expect(
      CodeRequest(Self.call("DELETE", "/api/v2/roles/rol_1", operation: .deleteRole), domain: "d")?
        .method
        == .delete)
    #expect(
      CodeRequest(Self.call("DELETE", "/api/v2/users/1/roles", hasBody: true), domain: "d") == nil)
    #expect(
      CodeRequest(Self.call("POST", "/oauth/token", operation: .getToken), domain: "d") == nil)
    #expect(
      CodeRequest(Self.call("POST", "/api/v2/oauth/token", operation: .getToken), domain: "d")
        == nil)
    #expect(CodeRequest(Self.call("TRACE", "/api/v2/users"), domain: "d") == nil)
  }

  @Test("What a call's query says is not printed by accident")
  func redacted() {
    let call = Self.call("GET", "/api/v2/users?q=…", [.init("q", "ana@acme.example")])
    #expect(!"\(call)".contains("acme.example"))
    #expect(!"\([call])".contains("acme.example"))
  }
}

/// A value of JSON, whatever it is.
private struct AnyValue: Decodable {
  init(from decoder: any Decoder) throws {}
}
