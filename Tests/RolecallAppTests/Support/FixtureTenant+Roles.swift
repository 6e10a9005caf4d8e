import AccessModel
import Canvas
import FoundationEssentials
import RolecallApp
import Testing

extension FixtureTenant {
  /// The roles of the tenant, in no order.
  var tenantRoles: [Role] {
    [.support, .disguised, .billingAdmin, .employee, .long, .auditor] + extraRoles
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

  /// Billing Admin's screen, everything of it read, opened from the list of roles; everybody holds it, unless said.
  static func onRole(
    _ tenant: FixtureTenant = .local, holders: [User]? = nil, columns: Int = 80, rows: Int = 24,
    theme: Theme = .dark
  ) -> AppDriver {
    let driver = onTenantRoles(tenant, columns: columns, rows: rows, theme: theme)
    driver.press("/billing<enter><enter>")
    driver.answerRole()
    driver.answerReaches()
    if let holders {
      let members = holders.map { RoleMember(id: $0.id, name: $0.name, email: $0.email) }
      driver.answerMembers(.roleMembers(RoleMembersPage(members: members, isLast: true)))
    } else {
      driver.answerMembers()
    }
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
    answer("the tenant's roles") { $0 == .tenantRoles ? .roles(tenant.tenantRoles) : nil }
  }

  /// Answers how far roles reach, as long as anybody asks.
  func answerReaches() {
    while isAsked({ if case .roleReach = $0 { true } else { false } }) {
      answer("a role's reach") { read in
        guard case .roleReach(let id) = read else { return nil }
        return .roleReach(tenant.reach(of: id))
      }
    }
  }

  /// Answers what a role is.
  func answerRole() {
    answer("a role") { read in
      guard case .role(let id) = read else { return nil }
      let role = tenant.tenantRoles.first { $0.id == id }
      return role.map(Reply.role) ?? .failed(APIError(.notFound, .getRole, status: 404))
    }
  }

  /// Answers who holds a role, all at once, or with what a test says.
  func answerMembers(_ reply: Reply? = nil) {
    answer("a role's users") { read in
      guard case .roleMembers(let id) = read else { return nil }
      return reply ?? .roleMembers(RoleMembersPage(members: tenant.members(of: id), isLast: true))
    }
  }

  /// Sends a part of who holds a role; the read stays open.
  func sendMembers(_ members: [RoleMember]) {
    for case (.roleMembers, let generation) in reads {
      send(.reply(generation, .roleMembers(RoleMembersPage(members: members, isLast: false))))
    }
  }

  /// Answers what a search says of users, as long as anybody asks, or once with what a test says.
  func answerLookups(_ reply: Reply? = nil) {
    while isAsked({ if case .usersByID = $0 { true } else { false } }) {
      answer("users by id") { read in
        guard case .usersByID(let ids) = read else { return nil }
        return reply ?? .usersByID(tenant.people.filter { ids.contains($0.id) })
      }
      if reply != nil { return }
    }
  }

  /// Answers what a role gives.
  func answerRolePermissions() {
    answer("a role's permissions") { read in
      guard case .rolePermissions(let id) = read else { return nil }
      return .permissions(tenant.given[id] ?? [])
    }
  }

  /// Answers which APIs there are.
  func answerAPIs() {
    answer("the APIs") { $0 == .resourceServers ? .resourceServers(tenant.apis) : nil }
  }

  private func isAsked(_ fits: (Read) -> Bool) -> Bool { reads.contains { fits($0.read) } }
}
