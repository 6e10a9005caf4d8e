package import AccessModel

extension CodeRequest {
  /// The call that makes a change, and no other change with it.
  package init(_ change: Change, domain: String) {
    switch change {
    case .removeRole(let role, let user):
      self = .removal(of: [role.id], from: user.id, domain: domain)
    case .assignRole(let role, let user):
      self = .assignment(of: [role.id], to: user.id, domain: domain)
    case .removeOrganizationRole(let role, let user, let organization):
      self.init(
        .delete, domain: domain, path: Self.memberRoles(of: user, in: organization),
        body: ASCIIJSON(roles: [role.id]).text)
    case .assignOrganizationRole(let role, let user, let organization):
      self.init(
        .post, domain: domain, path: Self.memberRoles(of: user, in: organization),
        body: ASCIIJSON(roles: [role.id]).text)
    case .revokePermission(let permission, let user):
      self.init(
        .delete, domain: domain, path: ["users", user.id.rawValue, "permissions"],
        body: ASCIIJSON(permissions: [permission.key]).text)
    case .grantPermission(let permission, let user):
      self.init(
        .post, domain: domain, path: ["users", user.id.rawValue, "permissions"],
        body: ASCIIJSON(permissions: [permission.key]).text)
    case .removePermission(let permission, let role):
      self.init(
        .delete, domain: domain, path: ["roles", role.id.rawValue, "permissions"],
        body: ASCIIJSON(permissions: [permission.key]).text)
    case .addPermission(let permission, let role):
      self.init(
        .post, domain: domain, path: ["roles", role.id.rawValue, "permissions"],
        body: ASCIIJSON(permissions: [permission.key]).text)
    case .deleteRole(let role):
      self.init(.delete, domain: domain, path: ["roles", role.id.rawValue])
    case .setRBAC(let api, let setting):
      self.init(
        .patch, domain: domain, path: ["resource-servers", api.identifier],
        body: ASCIIJSON(setting).text)
    case .revokeAccess(let user):
      self.init(
        .post, domain: domain, path: ["users", user.id.rawValue, "revoke-access"], body: "{}")
    }
  }

  private static func memberRoles(of user: User, in organization: Organization) -> [String] {
    ["organizations", organization.id.rawValue, "members", user.id.rawValue, "roles"]
  }
}
