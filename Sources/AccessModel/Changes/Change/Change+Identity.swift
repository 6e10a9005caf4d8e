extension Change {
  /// What a change acts on, by ids alone: two changes of one subject decide the same question.
  package enum Subject: Hashable, Sendable {
    /// Whether a user holds a role of the tenant.
    case role(RoleID, of: UserID)
    /// Whether a member holds a role within an organization.
    case organizationRole(RoleID, of: UserID, in: String)
    /// Whether a user has a permission without a role.
    case permission(Permission.Key, of: UserID)
    /// Whether a role gives a permission.
    case rolePermission(Permission.Key, of: RoleID)
    /// Whether a role exists.
    case existence(of: RoleID)
    /// How an API, named by its identifier, treats roles.
    case rbac(of: String)
    /// Whether a user is signed in.
    case access(of: UserID)
  }

  /// What makes two changes the same: what is done, to what.
  ///
  /// Names do not count, and neither does what an API's RBAC is set to: an API is set once in a plan.
  package struct Identity: Hashable, Sendable {
    /// What is done.
    package var kind: Kind
    /// To what.
    package var subject: Subject

    /// An identity from its parts.
    package init(_ kind: Kind, _ subject: Subject) {
      self.kind = kind
      self.subject = subject
    }
  }

  /// What it acts on.
  package var subject: Subject {
    switch self {
    case .removeRole(let role, let user), .assignRole(let role, let user):
      .role(role.id, of: user.id)
    case .removeOrganizationRole(let role, let user, let organization),
      .assignOrganizationRole(let role, let user, let organization):
      .organizationRole(role.id, of: user.id, in: organization.identifyingText)
    case .revokePermission(let permission, let user), .grantPermission(let permission, let user):
      .permission(permission.key, of: user.id)
    case .removePermission(let permission, let role), .addPermission(let permission, let role):
      .rolePermission(permission.key, of: role.id)
    case .deleteRole(let role): .existence(of: role.id)
    case .setRBAC(let api, _): .rbac(of: api.identifier)
    case .revokeAccess(let user): .access(of: user.id)
    }
  }

  /// What tells it from other changes.
  package var identity: Identity { Identity(kind, subject) }
}

extension Organization {
  /// The id as text.
  var identifyingText: String { id.rawValue }

  /// An organization as a record names it.
  init(identifyingText id: String, name: String, displayName: String) {
    self.init(id: OrganizationID(id), name: name, displayName: displayName)
  }
}
