extension Change {
  /// What sort of write it is; the raw value stands in plan files and in the journal, and never changes.
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case removeRole = "remove_role"
    case assignRole = "assign_role"
    case removeOrganizationRole = "remove_organization_role"
    case assignOrganizationRole = "assign_organization_role"
    case revokePermission = "revoke_permission"
    case grantPermission = "grant_permission"
    case removePermission = "remove_role_permission"
    case addPermission = "add_role_permission"
    case deleteRole = "delete_role"
    case setRBAC = "set_rbac"
    case revokeAccess = "revoke_access"
  }

  /// What sort of write it is.
  package var kind: Kind {
    switch self {
    case .removeRole: .removeRole
    case .assignRole: .assignRole
    case .removeOrganizationRole: .removeOrganizationRole
    case .assignOrganizationRole: .assignOrganizationRole
    case .revokePermission: .revokePermission
    case .grantPermission: .grantPermission
    case .removePermission: .removePermission
    case .addPermission: .addPermission
    case .deleteRole: .deleteRole
    case .setRBAC: .setRBAC
    case .revokeAccess: .revokeAccess
    }
  }

  /// Whether somebody may do more afterwards than before.
  ///
  /// An API whose RBAC is switched off lets anyone ask for any of its scopes: that grants.
  package var grants: Bool {
    switch self {
    case .assignRole, .assignOrganizationRole, .grantPermission, .addPermission: true
    case .setRBAC(_, let setting): !setting.enforcesPolicies
    case .removeRole, .removeOrganizationRole, .revokePermission, .removePermission, .deleteRole,
      .revokeAccess:
      false
    }
  }

  /// Whose access a change touches, which is what its preview has to say.
  package enum Cost: Hashable, Sendable {
    /// That of one user, in logins without an organization.
    case user
    /// That of one user, in logins through one organization.
    case member
    /// That of everyone who holds a role.
    case holders
    /// That of everyone who holds a role, and the role itself is gone for good.
    case role
    /// That of everyone who asks for tokens of an API.
    case api
    /// None, but the user has to sign in again everywhere.
    case sessions
  }

  /// Whose access it touches.
  package var cost: Cost {
    switch self {
    case .removeRole, .assignRole, .revokePermission, .grantPermission: .user
    case .removeOrganizationRole, .assignOrganizationRole: .member
    case .removePermission, .addPermission: .holders
    case .deleteRole: .role
    case .setRBAC: .api
    case .revokeAccess: .sessions
    }
  }
}
