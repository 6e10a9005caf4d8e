import AccessModel
import ArgumentParser
import Effects
import ManagementAPI
import RequestCode

/// Whose roles a call is about, which they are, and the language that it is shown in.
struct CodeSubject: ParsableArguments {
  /// Reads the roles among which one is named.
  typealias RoleReading = @Sendable (UserID, any AccessReading) async throws -> [Role]

  @Argument(help: "Role ids, or names; id: or name: before it settles doubt.") var roles: [String]
  @Option(help: "A user id or an email; id: or email: before it settles doubt.") var user: String
  @Option(
    help: "curl, csharp, go, java, node, objc, php, python, ruby or swift.")
  var language = CodeLanguage.curl

  mutating func validate() throws {
    guard !roles.isEmpty else { throw ValidationError("Name a role.") }
  }

  /// The ids of all that was named; the tenant is asked about an email or a name alone.
  ///
  /// - Parameter rolesByName: Reads the roles that can be named.
  /// - Throws: `CommandFailure` for what is no domain, no user's id or no role's id, and where an email
  ///   or a name is not that of just one.
  func resolved(
    _ surroundings: Surroundings, rolesByName: @escaping RoleReading
  ) throws -> (domain: String, user: UserID, roles: [RoleID]) {
    let domain = try surroundings.tenantDomain
    let user = UserSelector(typed: user)
    let selectors = roles.map(RoleSelector.init)
    try user.checkProvider()
    for selector in selectors { try selector.check() }
    let ids = selectors.compactMap(\.id)
    if user.kind == .id, ids.count == selectors.count {
      return (domain, UserID(user.text), ids.unique)
    }

    let tenant = try EnvironmentTenant(
      options: TenantOptions.parse([]), surroundings: surroundings)
    let found = try BackgroundTask {
      try await tenant.withAccess { access in
        let id = user.kind == .id ? UserID(user.text) : try await user.user(in: access).id
        guard ids.count < selectors.count else { return (id, ids) }
        let roles = try await rolesByName(id, access)
        return (id, try selectors.map { try $0.role(among: roles) })
      }
    }.value()
    return (domain, found.0, found.1.unique)
  }
}

extension [RoleID] {
  /// Each once, in the order in which they were named.
  fileprivate var unique: [RoleID] {
    var seen: Set<RoleID> = []
    return filter { seen.insert($0).inserted }
  }
}
