import AccessModel
import Testing

@testable import ManagementAPI

@Suite("Requests as values")
struct RequestTests {
  private static let user = UserID("waad|a/b")
  private static let role = RoleID("rol_1")

  @Test(
    "Each read has its path and its query",
    arguments: [
      (
        Request.users(UserQuery()),
        "/api/v2/users?page=0&per_page=100&include_totals=true&search_engine=v3"
      ),
      (
        Request.users(
          UserQuery(
            lucene: #"email:"a+b@x.y" AND ü"#, sort: .init(field: "last_login", isDescending: true),
            page: 3, perPage: 50)),
        "/api/v2/users?page=3&per_page=50&include_totals=true&search_engine=v3"
          + "&q=email%3A%22a%2Bb%40x.y%22%20AND%20%C3%BC&sort=last_login%3A-1"
      ),
      (
        Request.users(withEmail: "a+b&c=d@x.y"),
        "/api/v2/users-by-email?email=a%2Bb%26c%3Dd%40x.y"
      ),
      (Request.user(user), "/api/v2/users/waad%7Ca%2Fb"),
      (
        Request.roles(ofUser: user, page: 0, perPage: 100),
        "/api/v2/users/waad%7Ca%2Fb/roles?page=0&per_page=100&include_totals=true"
      ),
      (
        Request.permissions(ofUser: user, page: 1, perPage: 50),
        "/api/v2/users/waad%7Ca%2Fb/permissions?page=1&per_page=50&include_totals=true"
      ),
      (
        Request.organizations(ofUser: user, page: 0, perPage: 100),
        "/api/v2/users/waad%7Ca%2Fb/organizations?page=0&per_page=100&include_totals=true"
      ),
      (
        Request.permissions(ofRole: role, page: 0, perPage: 100),
        "/api/v2/roles/rol_1/permissions?page=0&per_page=100&include_totals=true"
      ),
      (
        Request.members(ofRole: role, page: 0, perPage: 2),
        "/api/v2/roles/rol_1/users?page=0&per_page=2&include_totals=true"
      ),
      (
        Request.resourceServers(page: 0, perPage: 100),
        "/api/v2/resource-servers?page=0&per_page=100&include_totals=true"
      ),
    ])
  func target(request: Request, target: String) {
    #expect(request.target == target)
    #expect(request.method == .get)
    #expect(request.body == nil)
    #expect(request.headers == [Request.Header(name: "accept", value: "application/json")])
    #expect(!request.operation.isWrite)
  }

  @Test("A role's id stays one segment as well")
  func roleSegment() {
    #expect(
      Request.permissions(ofRole: RoleID("../users"), page: 0, perPage: 1).target
        .hasPrefix("/api/v2/roles/..%2Fusers/permissions?"))
  }

  @Test("A write is told apart from a read")
  func write() throws {
    let request = try Request.removeRoles(
      [Self.role], fromUser: Self.user, correlation: String(repeating: "c", count: 64))
    #expect(request.method == .delete)
    #expect(request.operation.isWrite)
    #expect(request.target == "/api/v2/users/waad%7Ca%2Fb/roles")
    #expect(request.correlation?.count == 64)
  }
}
