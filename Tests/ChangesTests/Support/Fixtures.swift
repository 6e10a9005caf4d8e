import AccessModel

extension Role {
  static let admin = Role(id: RoleID("rol_admin"), name: "Billing Admin")
  static let viewer = Role(id: RoleID("rol_viewer"), name: "Billing Viewer")
  static let auditor = Role(id: RoleID("rol_auditor"), name: "Auditor")
}

extension User {
  static let ana = User(id: UserID("auth0|ana"), name: "Ana Lima", email: "ana@acme.example")
  static let bo = User(id: UserID("auth0|bo"), name: "Bo Chen")
}

extension Permission {
  /// A permission of one API, with the roles that it comes through.
  static func named(_ name: String, through roles: [Role]? = nil) -> Permission {
    Permission(
      name: name, apiName: "Billing", apiIdentifier: "https://billing/",
      sources: roles?.map { Source(id: $0.id.rawValue, name: $0.name) })
  }
}
