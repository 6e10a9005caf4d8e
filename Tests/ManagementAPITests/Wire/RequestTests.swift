import AccessModel
import Testing

@testable import ManagementAPI

@Suite("Requests as values")
struct RequestTests {
  /// A request that is made when the test runs, for the making can fail, and what it asks for.
  struct Asking: Sendable {
    let target: String
    let make: @Sendable () throws -> Request

    init(_ target: String, _ make: @escaping @Sendable () throws -> Request) {
      self.target = target
      self.make = make
    }
  }

  private static let user = "waad|a/b"

  @Test(
    "Each read has its query",
    arguments: [
      Asking("/api/v2/users?page=0&per_page=100&include_totals=true&search_engine=v3") {
        try .users(UserQuery()).page(0, of: 100)
      },
      Asking(
        "/api/v2/users?page=3&per_page=50&include_totals=true&search_engine=v3"
          + "&q=email%3A%22a%2Bb%40x.y%22%20AND%20%C3%BC&sort=last_login%3A-1"
      ) {
        try .users(
          UserQuery(
            lucene: #"email:"a+b@x.y" AND ü"#,
            sort: .init(field: "last_login", isDescending: true))
        ).page(3, of: 50)
      },
      Asking("/api/v2/users-by-email?email=a%2Bb%26c%3Dd%40x.y") {
        try .users(withEmail: "a+b&c=d@x.y")
      },
      Asking(
        "/api/v2/users/waad%7Ca%2Fb/effective-roles/sources/groups?take=100&role_id=rol_1"
      ) {
        try .groups(givingRole: RoleID("rol_1"), toUser: UserID(user)).take(100, from: nil)
      },
      Asking("/api/v2/roles") { try .roles(named: nil) },
      Asking("/api/v2/roles?name_filter=a%26b") { try .roles(named: "a&b") },
      Asking("/api/v2/organizations/org_1/members") {
        try .members(ofOrganization: OrganizationID("org_1"), withRoles: false)
      },
      Asking(
        "/api/v2/organizations/org_1/members?take=100&from=a%2Cb"
          + "&fields=user_id%2Cemail%2Cname%2Croles&include_fields=true"
      ) {
        try .members(ofOrganization: OrganizationID("org_1"), withRoles: true)
          .take(100, from: "a,b")
      },
      Asking("/api/v2/logs?sort=date%3A-1&q=type%3Asapi") {
        try .logs(LogQuery(lucene: "type:sapi"))
      },
      Asking("/api/v2/logs?sort=date%3A1") { try .logs(LogQuery(isOldestFirst: true)) },
      Asking(
        "/api/v2/connections?fields=id%2Cname%2Cstrategy%2Cdisplay_name&include_fields=true"
      ) {
        try .connections()
      },
    ])
  func target(asking: Asking) throws {
    let request = try asking.make()
    #expect(request.target == asking.target)
    #expect(request.method == .get)
    #expect(request.body == nil)
    #expect(request.headers == [Request.Header(name: "accept", value: "application/json")])
    #expect(!request.operation.isWrite)
  }

  @Test("Each operation's ids take the places of its path, each one segment", arguments: allCases)
  func ids(operation: Operation) throws {
    let ids = ["../a b", "x|y"].prefix(operation.pathTemplate.count { $0 == "{" })
    let request = try Request(operation, Array(ids))
    var expected = operation.pathTemplate
    for encoded in ["..%2Fa%20b", "x%7Cy"] {
      if let place = expected.firstRange(of: /{[a-z_]+}/) {
        expected.replaceSubrange(place, with: encoded)
      }
    }
    #expect(request.target == "/api/v2" + expected)
    #expect(request.method == operation.method)
  }

  @Test(
    "An empty id, or none, is refused", arguments: allCases.filter { $0.pathTemplate.contains("{") }
  )
  func noID(operation: Operation) {
    let places = operation.pathTemplate.count { $0 == "{" }
    for missing in 0..<places {
      var ids = Array(repeating: "id", count: places)
      ids[missing] = ""
      #expect(throws: APIError(.badRequest, operation, message: "the id is empty")) {
        try Request(operation, ids)
      }
    }
    #expect(throws: APIError.self) { try Request(operation) }
  }

  @Test("A write is told apart from a read")
  func write() throws {
    let request = try Request.write(
      .removeUserRoles, [Self.user], roles: [RoleID("rol_1")],
      correlation: String(repeating: "c", count: 64))
    #expect(request.method == .delete)
    #expect(request.operation.isWrite)
    #expect(request.target == "/api/v2/users/waad%7Ca%2Fb/roles")
    #expect(request.correlation?.count == 64)
  }

  private static let allCases = Operation.ofManagementAPI
}
