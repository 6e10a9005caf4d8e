/// A change as plan files and the journal keep it: ids that decide, and names as they were said then.
///
/// The keys are the API's own where it has them, and never change within a version. A value that is not
/// there is left out, never null.
package struct ChangeRecord: Hashable, Sendable, Codable {
  /// The newest version of this form that the program writes and reads.
  package static let version = 1

  /// A user as known then.
  package struct UserThen: Hashable, Sendable, Codable {
    /// The id.
    package var id: UserID
    /// The name then; `nil` where there was none.
    package var name: String?
    /// The email address then; the journal leaves it out.
    package var email: String?
    /// The connection then.
    package var connection: String?
    /// When the user was created, to the millisecond: another time means another person.
    package var createdAt: Timestamp?

    /// A user from its parts.
    package init(
      id: UserID, name: String? = nil, email: String? = nil, connection: String? = nil,
      createdAt: Timestamp? = nil
    ) {
      self.id = id
      self.name = name
      self.email = email
      self.connection = connection
      self.createdAt = createdAt
    }

    private enum CodingKeys: String, CodingKey {
      case id = "user_id"
      case name
      case email
      case connection
      case createdAt = "created_at"
    }
  }

  /// A role as known then.
  package struct RoleThen: Hashable, Sendable, Codable {
    /// The id.
    package var id: RoleID
    /// The name then.
    package var name: String

    /// A role from its parts.
    package init(id: RoleID, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// An organization as known then.
  package struct OrganizationThen: Hashable, Sendable, Codable {
    /// The id.
    package var id: String
    /// The name that logins used then.
    package var name: String

    /// An organization from its parts.
    package init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// A permission of an API.
  package struct PermissionThen: Hashable, Sendable, Codable {
    /// The API's identifier, its audience.
    package var api: String
    /// The name within the API.
    package var name: String

    /// A permission from its parts.
    package init(api: String, name: String) {
      self.api = api
      self.name = name
    }

    private enum CodingKeys: String, CodingKey {
      case api = "resource_server_identifier"
      case name = "permission_name"
    }
  }

  /// An API as known then.
  package struct APIThen: Hashable, Sendable, Codable {
    /// The identifier, its audience.
    package var identifier: String
    /// The name then.
    package var name: String

    /// An API from its parts.
    package init(identifier: String, name: String) {
      self.identifier = identifier
      self.name = name
    }
  }

  /// How an API treats roles.
  package struct Setting: Hashable, Sendable, Codable {
    /// Whether RBAC is on.
    package var enforcesPolicies: Bool
    /// The token's dialect, where it is or was set.
    package var tokenDialect: String?

    /// A setting from its parts.
    package init(enforcesPolicies: Bool, tokenDialect: String?) {
      self.enforcesPolicies = enforcesPolicies
      self.tokenDialect = tokenDialect
    }

    private enum CodingKeys: String, CodingKey {
      case enforcesPolicies = "enforce_policies"
      case tokenDialect = "token_dialect"
    }
  }

  /// What is done.
  package var kind: Change.Kind
  /// To whom; absent where it concerns no single user.
  package var user: UserThen?
  /// Which role.
  package var role: RoleThen?
  /// Within which organization.
  package var organization: OrganizationThen?
  /// Which permission.
  package var permission: PermissionThen?
  /// Which API.
  package var api: APIThen?
  /// What it is set to.
  package var rbac: Setting?
  /// Whether it was so before; absent where it was not read.
  package var heldBefore: Bool?
  /// How the API was set before; absent where it was not read.
  package var rbacBefore: Setting?

  private enum CodingKeys: String, CodingKey {
    case kind = "change"
    case user
    case role
    case organization
    case permission
    case api
    case rbac
    case heldBefore = "held_before"
    case rbacBefore = "rbac_before"
  }

  /// A record of nothing but what is done; the rest is set apart.
  package init(kind: Change.Kind) {
    self.kind = kind
  }
}
