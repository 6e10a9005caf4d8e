/// Every operation that the tenant answers.
struct RouteTable: Sendable {
  private static let prefix = ["api", "v2"]

  private let routes: [Route]

  init(_ routes: [Route] = Route.all) {
    self.routes = routes
  }

  /// The operation that a call names, and what its placeholders stand for.
  func match(method: String, segments: [String]) -> (route: Route, parameters: [String])? {
    guard segments.starts(with: Self.prefix) else { return nil }
    let rest = segments.dropFirst(Self.prefix.count)
    for route in routes where route.method.rawValue == method {
      if let parameters = route.parameters(in: rest) { return (route, parameters) }
    }
    return nil
  }
}

extension Route {
  /// The operations of every part of the API.
  static let all: [Route] = [
    users, userRoles, userPermissions, effectiveAccess, userBlocks, devices, roles,
    rolePermissions, roleUsers, resourceServers, organizations, memberRoles, groups, logs, jobs,
    connections, settings,
  ].flatMap(\.self)
}
