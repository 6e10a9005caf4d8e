import AccessModel
import FoundationEssentials

/// A user in the API's own names.
struct UserOutput: Encodable {
  let user: User
  let roles: [RoleOutput]?
  let permissions: [PermissionOutput]?

  init(_ user: User) { self.init(user, roles: nil, permissions: nil) }

  init(_ user: User, roles: [RoleOutput]?, permissions: [PermissionOutput]?) {
    self.user = user
    self.roles = roles
    self.permissions = permissions
  }

  private enum CodingKeys: String, CodingKey {
    case id = "user_id"
    case name
    case email
    case isEmailVerified = "email_verified"
    case connection
    case isBlocked = "blocked"
    case loginsCount = "logins_count"
    case lastLogin = "last_login"
    case createdAt = "created_at"
    case roles
    case permissions
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(user.id, forKey: .id)
    try container.encodeIfPresent(user.name, forKey: .name)
    try container.encodeIfPresent(user.email, forKey: .email)
    try container.encodeIfPresent(user.isEmailVerified, forKey: .isEmailVerified)
    try container.encode(user.connection, forKey: .connection)
    try container.encode(user.isBlocked, forKey: .isBlocked)
    try container.encodeIfPresent(user.loginsCount, forKey: .loginsCount)
    try container.encodeIfPresent(user.lastLogin, forKey: .lastLogin)
    try container.encodeIfPresent(user.createdAt, forKey: .createdAt)
    try container.encodeIfPresent(roles, forKey: .roles)
    try container.encodeIfPresent(permissions, forKey: .permissions)
  }
}
