import AccessModel
import FoundationEssentials
import RolecallApp

/// A tenant as plain values, which answers what the app asks.
struct FixtureTenant {
  /// What the program was opened on.
  var session: Session
  /// Everybody, in the tenant's order.
  var people = FixtureTenant.everybody
  /// How many users the tenant says there are; all of them unless set.
  var total: Int?
  /// The roles that users hold directly.
  var held: [UserID: [Role]] = [
    FixtureTenant.ana.id: [.billingAdmin, .support, .auditor, .employee]
  ]
  /// What roles give.
  var given: [RoleID: [Permission]] = [
    Role.billingAdmin.id: [.refundInvoices, .deleteInvoices, .readInvoices, .readExports],
    Role.support.id: [.readInvoices, .readUsers],
    Role.auditor.id: [.readLogs],
    Role.employee.id: [],
  ]
  /// What is granted without a role.
  var granted: [UserID: [Permission]] = [FixtureTenant.ana.id: [.readExports]]
  /// How many hold a role; 12 unless set.
  var holders: [RoleID: Int] = [:]
  /// The tenant's APIs.
  var apis: [ResourceServer] = [.billing, .reports, .people]
  /// The organizations of users.
  var organizations: [UserID: [Organization]] = [
    FixtureTenant.ana.id: [
      Organization(id: OrganizationID("org_1"), name: "initech", displayName: "Initech"),
      Organization(id: OrganizationID("org_2"), name: "globex", displayName: "Globex"),
    ]
  ]
  /// Roles of the tenant besides those that every test has.
  var extraRoles: [Role] = []
  /// The roles that come to users through groups.
  var throughGroups: [UserID: [Role]] = [:]
  /// The groups that give a role.
  var groups: [RoleID: [Group]] = [:]
  /// Why it does not say what comes through groups.
  var groupsError: APIError?
  /// The roles that members hold in an organization.
  var memberRoles: [OrganizationID: [Role]] = [
    OrganizationID("org_1"): [.owner], OrganizationID("org_2"): [.member],
  ]
  /// Why it does not say which organizations a user is in.
  var organizationsError: APIError?
  /// Why it does not say which roles are held in an organization.
  var memberRolesError: APIError?

  /// Half past two on a Saturday, nearly.
  static let now = Date(timeIntervalSince1970: 1_773_496_980)

  /// A tenant on this machine, whose token may do everything.
  static let local = FixtureTenant(
    session: Session(
      tenant: Tenant(domain: "127.0.0.1:4400", isProduction: false),
      scopes: Set(Scope.allCases.map(\.rawValue))))

  /// A tenant that people work with.
  static let production = FixtureTenant(
    session: Session(
      tenant: Tenant(domain: "acme-prod.eu.auth0.com", isProduction: true),
      scopes: Set(Scope.allCases.map(\.rawValue))))

  /// A tenant with that many users, named `User 0` and on.
  static func crowd(_ count: Int, saying total: Int? = nil) -> FixtureTenant {
    var tenant = FixtureTenant.local
    tenant.people = (0..<count).map {
      User(id: UserID("auth0|\($0)"), name: "User \($0)", email: "user\($0)@acme.example")
    }
    tenant.total = total
    return tenant
  }

  /// The same tenant with a change.
  func with(_ change: (inout FixtureTenant) -> Void) -> FixtureTenant {
    var tenant = self
    change(&tenant)
    return tenant
  }

  /// Nobody at all.
  var nobody: UsersFound { UsersFound(page: Page(items: [], start: 0, total: 0)) }

  /// A page of everybody; what is searched for does not matter to it.
  func find(_ search: UserSearch, _ query: UserQuery) -> UsersFound {
    let start = query.page * query.perPage
    let items = Array(people.dropFirst(start).prefix(query.perPage))
    return UsersFound(page: Page(items: items, start: start, total: total ?? people.count))
  }

  /// A user and the bytes in which the tenant describes it.
  func document(_ id: UserID) -> UserDocument? {
    people.first { $0.id == id }.map { UserDocument(user: $0, json: Self.json(of: $0)) }
  }

  /// The roles that a user holds directly.
  func roles(of user: UserID) -> [Role] { held[user] ?? [] }

  /// Takes a role from a user.
  mutating func take(_ role: RoleID, from user: UserID) {
    held[user]?.removeAll { $0.id == role }
  }

  /// The permissions of a user, with where each comes from.
  func permissions(of user: UserID) -> [Permission] {
    var found: [Permission] = []
    func add(_ permission: Permission, _ source: Permission.Source) {
      if let index = found.firstIndex(where: { $0.key == permission.key }) {
        found[index].sources?.append(source)
      } else {
        var permission = permission
        permission.sources = [source]
        found.append(permission)
      }
    }
    for role in roles(of: user) {
      for permission in given[role.id] ?? [] {
        add(permission, Permission.Source(id: role.id.rawValue, name: role.name))
      }
    }
    for permission in granted[user] ?? [] { add(permission, Permission.Source(id: "", name: "")) }
    return found
  }

  /// What taking roles from a user costs, by what is so now.
  func facts(for user: User, removing roles: [Role]) -> RemovalFacts {
    let current = people.first { $0.id == user.id }
    let others = people.filter {
      $0.id != user.id && $0.email != nil && $0.email == (current ?? user).email
    }
    return RemovalFacts(
      user: current.map(Fact.known) ?? .unknown(notFound(.getUser)),
      heldRoles: .known(self.roles(of: user.id)),
      sameEmail: .known(
        others.map { SameEmailAccount(user: $0, roles: .known(held[$0.id] ?? [])) }),
      permissions: .known(permissions(of: user.id)),
      rolePermissions: Dictionary(
        (roles + (throughGroups[user.id] ?? [])).map { ($0.id, .known(given[$0.id] ?? [])) },
        uniquingKeysWith: { first, _ in first }),
      holders: Dictionary(
        roles.map { ($0.id, .known(holders[$0.id] ?? 12)) }, uniquingKeysWith: { first, _ in first }
      ),
      apis: .known(apis), organizations: .known(organizations[user.id] ?? []),
      groupRoles: groupsError.map { .unknown($0) } ?? .known(throughGroups[user.id] ?? []))
  }

  /// What the tenant says of something that is not there.
  func notFound(_ operation: AccessModel.Operation) -> APIError {
    APIError(
      .notFound, operation, status: 404, message: "The user does not exist.",
      errorCode: "inexistent_user")
  }

  /// What the tenant says to a token that lacks a scope.
  static func forbidden(_ operation: AccessModel.Operation, _ scopes: String...) -> APIError {
    APIError(
      .forbidden, operation, status: 403,
      message: "Insufficient scope, expected any of: \(scopes.joined(separator: ","))",
      errorCode: "insufficient_scope", expectedScopes: scopes)
  }

  /// What the tenant says when its rate limit is spent, until so many seconds have passed.
  static func rateLimited(
    _ operation: AccessModel.Operation, seconds: Double
  ) -> APIError {
    APIError(
      .rateLimited, operation, status: 429, message: "Global limit has been reached",
      errorCode: "too_many_requests", retryAt: now.addingTimeInterval(seconds))
  }
}
