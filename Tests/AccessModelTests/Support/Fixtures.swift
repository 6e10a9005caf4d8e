import AccessModel

// The people, roles and permissions that the tests of changes speak of.

extension Role {
  static let admin = Role(id: RoleID("rol_admin00000000001"), name: "Billing Admin")
  static let viewer = Role(id: RoleID("rol_viewer0000000002"), name: "Billing Viewer")
  static let auditor = Role(id: RoleID("rol_audit00000000003"), name: "Auditor")
}

extension User {
  static let ana = User(id: UserID("auth0|ana"), name: "Ana Lima", email: "ana@acme.example")
  static let bo = User(id: UserID("auth0|bo"), name: "Bo Chen", email: "bo@acme.example")
}

extension Tenant {
  static let production = Tenant(domain: "acme-prod.eu.auth0.com", isProduction: true)
  static let loopback = Tenant(domain: "127.0.0.1:4400", isProduction: false)
}

extension ResourceServer {
  static let billing = ResourceServer(
    name: "Billing", identifier: "https://billing/", enforcesPolicies: true)
  static let legacy = ResourceServer(
    name: "Legacy", identifier: "https://legacy/", enforcesPolicies: false)
}

extension Permission {
  /// A permission of an API, with where it comes from.
  static func of(
    _ api: ResourceServer, _ name: String, sources: [Source]? = nil
  ) -> Permission {
    Permission(name: name, apiName: api.name, apiIdentifier: api.identifier, sources: sources)
  }
}

extension Permission.Source {
  static let direct = Permission.Source(id: "", name: "")

  static func role(_ role: Role) -> Permission.Source {
    Permission.Source(id: role.id.rawValue, name: role.name)
  }
}

extension APIError {
  static let closed = APIError(.forbidden, .listRolePermissions, status: 403)
}

extension RemovalFacts {
  /// Facts in which everything was read, but for what a test gives.
  static func of(
    held: Fact<[Role]> = .known([.admin]), permissions: Fact<[Permission]> = .known([]),
    given: [RoleID: Fact<[Permission]>] = [:], holders: [RoleID: Fact<Int>] = [:],
    apis: Fact<[ResourceServer]> = .known([.billing, .legacy])
  ) -> RemovalFacts {
    RemovalFacts(
      user: .known(.ana), heldRoles: held, sameEmail: .known([]), permissions: permissions,
      rolePermissions: given, holders: holders, apis: apis, organizations: .known([]))
  }
}
