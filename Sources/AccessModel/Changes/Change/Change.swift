/// A write that the program can make, as a value that can be shown, confirmed, kept and carried out.
///
/// There is no other way to write. A case bears what it is about as it was read when the change was
/// planned: ids say what is meant, names are for people.
package indirect enum Change: Hashable, Sendable {
  /// A role of the tenant that a user holds directly is taken away.
  case removeRole(Role, from: User)
  /// A role of the tenant is given to a user.
  case assignRole(Role, to: User)
  /// A role that a member holds within an organization is taken away.
  case removeOrganizationRole(Role, from: User, in: Organization)
  /// A role is given to a member within an organization.
  case assignOrganizationRole(Role, to: User, in: Organization)
  /// A permission that was granted to a user without a role is taken away.
  case revokePermission(Permission, from: User)
  /// A permission is granted to a user without a role.
  case grantPermission(Permission, to: User)
  /// A role gives one permission less, to everyone who holds it.
  case removePermission(Permission, from: Role)
  /// A role gives one permission more, to everyone who holds it.
  case addPermission(Permission, to: Role)
  /// A role goes, with all its assignments.
  case deleteRole(Role)
  /// An API begins or ceases to limit tokens to what roles give.
  case setRBAC(of: ResourceServer, to: RBACSetting)
  /// All sessions and refresh tokens of a user end; access tokens already issued live on.
  case revokeAccess(of: User)

  /// Whom it concerns; `nil` for a change that is about no single user.
  package var user: User? {
    switch self {
    case .removeRole(_, let user), .assignRole(_, let user),
      .removeOrganizationRole(_, let user, _), .assignOrganizationRole(_, let user, _),
      .revokePermission(_, let user), .grantPermission(_, let user), .revokeAccess(let user):
      user
    case .removePermission, .addPermission, .deleteRole, .setRBAC: nil
    }
  }

  /// Which role it concerns; `nil` for a change that is about none.
  package var role: Role? {
    switch self {
    case .removeRole(let role, _), .assignRole(let role, _),
      .removeOrganizationRole(let role, _, _), .assignOrganizationRole(let role, _, _),
      .removePermission(_, let role), .addPermission(_, let role), .deleteRole(let role):
      role
    case .revokePermission, .grantPermission, .setRBAC, .revokeAccess: nil
    }
  }

  /// Within which organization it acts; `nil` for the tenant itself.
  package var organization: Organization? {
    switch self {
    case .removeOrganizationRole(_, _, let organization),
      .assignOrganizationRole(_, _, let organization):
      organization
    case .removeRole, .assignRole, .revokePermission, .grantPermission, .removePermission,
      .addPermission, .deleteRole, .setRBAC, .revokeAccess:
      nil
    }
  }

  /// Which permission it concerns; `nil` for a change that is about none.
  package var permission: Permission? {
    switch self {
    case .revokePermission(let permission, _), .grantPermission(let permission, _),
      .removePermission(let permission, _), .addPermission(let permission, _):
      permission
    case .removeRole, .assignRole, .removeOrganizationRole, .assignOrganizationRole, .deleteRole,
      .setRBAC, .revokeAccess:
      nil
    }
  }
}
