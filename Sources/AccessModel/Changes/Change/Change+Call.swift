extension Change {
  /// The call of the Management API that makes a change.
  package enum Call: Hashable, Sendable, CaseIterable {
    /// `DELETE /api/v2/users/{id}/roles`, several roles at once.
    case removeRolesFromUser
    /// `POST /api/v2/users/{id}/roles`, several roles at once.
    case assignRolesToUser
    /// `POST /api/v2/roles/{id}/users`, several users at once; fails as a whole for one that is gone.
    case assignRoleToUsers
    /// `DELETE /api/v2/organizations/{id}/members/{user_id}/roles`, several roles at once.
    case removeRolesFromMember
    /// `POST /api/v2/organizations/{id}/members/{user_id}/roles`, several roles at once.
    case assignRolesToMember
    /// `DELETE /api/v2/users/{id}/permissions`, several permissions at once.
    case revokePermissionsFromUser
    /// `POST /api/v2/users/{id}/permissions`, several permissions at once.
    case grantPermissionsToUser
    /// `DELETE /api/v2/roles/{id}/permissions`, several permissions at once.
    case removePermissionsFromRole
    /// `POST /api/v2/roles/{id}/permissions`, several permissions at once.
    case addPermissionsToRole
    /// `DELETE /api/v2/roles/{id}`.
    case deleteRole
    /// `PATCH /api/v2/resource-servers/{id}`.
    case updateResourceServer
    /// `POST /api/v2/users/{id}/revoke-access`.
    case revokeAccess

    /// The operation that it is.
    package var operation: Operation {
      switch self {
      case .removeRolesFromUser: .removeUserRoles
      case .assignRolesToUser: .assignUserRoles
      case .assignRoleToUsers: .assignRoleUsers
      case .removeRolesFromMember: .removeOrganizationMemberRoles
      case .assignRolesToMember: .assignOrganizationMemberRoles
      case .revokePermissionsFromUser: .removeUserPermissions
      case .grantPermissionsToUser: .assignUserPermissions
      case .removePermissionsFromRole: .removeRolePermissions
      case .addPermissionsToRole: .addRolePermissions
      case .deleteRole: .deleteRole
      case .updateResourceServer: .updateResourceServer
      case .revokeAccess: .revokeUserAccess
      }
    }

    /// The scopes that the token needs for it, all of them.
    ///
    /// Removing a role from a user is documented with `update:users` alone, assigning one with
    /// `create:role_members` besides: a token that can remove often cannot undo.
    package var scopes: [String] { operation.scopes.map(\.rawValue) }
  }

  /// The call that makes it, for one user or role at a time.
  package var call: Call {
    switch self {
    case .removeRole: .removeRolesFromUser
    case .assignRole: .assignRolesToUser
    case .removeOrganizationRole: .removeRolesFromMember
    case .assignOrganizationRole: .assignRolesToMember
    case .revokePermission: .revokePermissionsFromUser
    case .grantPermission: .grantPermissionsToUser
    case .removePermission: .removePermissionsFromRole
    case .addPermission: .addPermissionsToRole
    case .deleteRole: .deleteRole
    case .setRBAC: .updateResourceServer
    case .revokeAccess: .revokeAccess
    }
  }

  /// The scopes that making it needs.
  package var scopes: [String] { call.scopes }

  /// The scopes that taking it back needs; `nil` where nothing takes it back.
  package func scopesOfInverse(before: HeldBefore) -> [String]? {
    inverse(before: before).change?.scopes
  }
}

extension Session {
  /// Which of these scopes the token lacks; `nil` where it does not say which it has.
  package func lacking(_ needed: some Sequence<String>) -> [String]? {
    scopes.map { held in needed.filter { !held.contains($0) } }
  }
}
