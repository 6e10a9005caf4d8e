import AccessModel
import Canvas
import FoundationEssentials
import RolecallApp
import Testing

extension APICall {
  /// A call of the fixture's log: reads, a write, what was refused, what never came back.
  static func fixture(_ number: Int) -> APICall {
    let user = "auth0%7C63d17c50e99d3933163bdda9"
    let at = FixtureTenant.now.addingTimeInterval(Double(number) - 3_600)
    func call(
      _ operation: AccessModel.Operation, _ method: String, _ path: String,
      _ query: [QueryItem] = [], hasBody: Bool = false, status: Int?, failure: String? = nil,
      attempt: Int = 1, remaining: Int? = 41, correlation: String? = nil
    ) -> APICall {
      APICall(
        number: number, operation: operation, method: method, path: path, query: query,
        hasBody: hasBody, startedAt: at, duration: .milliseconds(number % 1_500), attempt: attempt,
        status: status, failure: failure, remaining: remaining, correlation: correlation)
    }
    return switch number % 7 {
    case 0:
      call(
        .removeUserRoles, "DELETE", "/api/v2/users/\(user)/roles", hasBody: true, status: 204,
        correlation: "rolecall-7f3a.0-1")
    case 1:
      call(
        .listUsers, "GET", "/api/v2/users?search_engine=…&q=…",
        [.init("search_engine", "v3"), .init("q", "name:\"An\u{202E}a\"")], status: 200)
    case 2: call(.listUserRoles, "GET", "/api/v2/users/\(user)/roles", status: 429, remaining: 0)
    case 3:
      call(
        .listUserRoles, "GET", "/api/v2/users/\(user)/roles", status: 200, attempt: 2,
        remaining: 49)
    case 4: call(.getRole, "GET", "/api/v2/roles/rol_1", status: nil, failure: "unreachable")
    case 5: call(.deleteRole, "DELETE", "/api/v2/roles/rol_1", status: 204, correlation: "c-1")
    default:
      call(.getToken, "POST", "/oauth/token", hasBody: true, status: nil, failure: "cancelled")
    }
  }
}

extension AppDriver {
  /// The log of the API's calls, read.
  static func onAPILog(
    _ count: Int = 14, _ tenant: FixtureTenant = .local, columns: Int = 80, rows: Int = 24,
    theme: Theme = .dark
  ) -> AppDriver {
    let driver = onUsers(tenant, columns: columns, rows: rows, theme: theme)
    driver.press("6")
    driver.answerCalls(count == 0 ? [] : (1...count).map(APICall.fixture))
    return driver
  }

  /// Answers which calls were made.
  func answerCalls(_ calls: [APICall]) {
    answer("calls") { read in if case .apiCalls = read { .apiCalls(calls) } else { nil } }
  }
}
