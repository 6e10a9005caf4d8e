import AccessModel
import Canvas
import FoundationEssentials
import RolecallApp
import Testing

extension FixtureTenant {
  /// The roles of the tenant, in no order.
  var tenantRoles: [Role] {
    [.support, .disguised, .billingAdmin, .employee, .long, .auditor]
  }

  /// Who holds a role: everybody.
  func members(of role: RoleID) -> [RoleMember] {
    people.map { RoleMember(id: $0.id, name: $0.name, email: $0.email) }
  }

  /// How far a role reaches.
  func reach(of role: RoleID) -> RoleReach {
    RoleReach(
      holders: .known(holders[role] ?? people.count),
      permissions: .known(given[role]?.count ?? 0))
  }

  /// An API that Auth0 made, and no one can change.
  static let management = ResourceServer(
    id: "5f", name: "Auth0 Management API", identifier: "https://acme.eu.auth0.com/api/v2/",
    isSystem: true, enforcesPolicies: false,
    scopes: (0..<214).map { ResourceServer.Scope(value: "do:\($0)") })
}

extension AppDriver {
  /// The list of roles, read, with the figures of those in view.
  static func onTenantRoles(
    _ tenant: FixtureTenant = .local, columns: Int = 80, rows: Int = 24, theme: Theme = .dark
  ) -> AppDriver {
    let driver = onUsers(tenant, columns: columns, rows: rows, theme: theme)
    driver.press("2")
    driver.answerTenantRoles()
    driver.answerReaches()
    return driver
  }

  /// Billing Admin's screen, everything of it read, opened from the list of roles.
  static func onRole(
    _ tenant: FixtureTenant = .local, columns: Int = 80, rows: Int = 24, theme: Theme = .dark
  ) -> AppDriver {
    let driver = onTenantRoles(tenant, columns: columns, rows: rows, theme: theme)
    driver.press("/billing<enter><enter>")
    driver.answerRole()
    driver.answerReaches()
    driver.answerMembers()
    driver.answerLookups()
    return driver
  }

  /// The list of APIs, read.
  static func onAPIs(
    _ tenant: FixtureTenant = .local, columns: Int = 80, rows: Int = 24, theme: Theme = .dark
  ) -> AppDriver {
    let driver = onUsers(tenant, columns: columns, rows: rows, theme: theme)
    driver.press("3")
    driver.answerAPIs()
    return driver
  }

  /// Answers which roles the tenant has.
  func answerTenantRoles() {
    answer("the tenant's roles", where: { $0 == .tenantRoles }) { _ in .roles(tenant.tenantRoles) }
  }

  /// Answers how far roles reach, as long as anybody asks.
  func answerReaches() {
    while reads.contains(where: { if case .roleReach = $0.read { true } else { false } }) {
      answer("a role's reach", where: { if case .roleReach = $0 { true } else { false } }) { read in
        guard case .roleReach(let id) = read else { return .roles([]) }
        return .roleReach(tenant.reach(of: id))
      }
    }
  }

  /// Answers what a role is.
  func answerRole() {
    answer("a role", where: { if case .role = $0 { true } else { false } }) { read in
      guard case .role(let id) = read,
        let role = tenant.tenantRoles.first(where: { $0.id == id })
      else { return .failed(APIError(.notFound, .listRolePermissions, status: 404)) }
      return .role(role)
    }
  }

  /// Answers who holds a role, all at once.
  func answerMembers() {
    answer("a role's users", where: { if case .roleMembers = $0 { true } else { false } }) { read in
      guard case .roleMembers(let id) = read else { return .roles([]) }
      return .roleMembers(RoleMembersPage(members: tenant.members(of: id), isLast: true))
    }
  }

  /// Sends a part of who holds a role; the read stays open unless it is the last.
  func sendMembers(_ members: [RoleMember], isLast: Bool = false) {
    guard let read = reads.first(where: { if case .roleMembers = $0.read { true } else { false } })
    else { return }
    if isLast {
      answer("a role's users", where: { $0 == read.read }) { _ in
        .roleMembers(RoleMembersPage(members: members, isLast: true))
      }
    } else {
      send(.reply(read.generation, .roleMembers(RoleMembersPage(members: members, isLast: false))))
    }
  }

  /// Answers what a search says of users, as long as anybody asks.
  func answerLookups() {
    while reads.contains(where: { if case .usersByID = $0.read { true } else { false } }) {
      answer("users by id", where: { if case .usersByID = $0 { true } else { false } }) { read in
        guard case .usersByID(let ids) = read else { return .roles([]) }
        return .usersByID(tenant.people.filter { ids.contains($0.id) })
      }
    }
  }

  /// Answers what a role gives.
  func answerRolePermissions() {
    answer("a role's permissions", where: { if case .rolePermissions = $0 { true } else { false } })
    {
      read in
      guard case .rolePermissions(let id) = read else { return .permissions([]) }
      return .permissions(tenant.given[id] ?? [])
    }
  }

  /// Answers which APIs there are.
  func answerAPIs() {
    answer("the APIs", where: { $0 == .resourceServers }) { _ in .resourceServers(tenant.apis) }
  }
}
