/// A scope of the Management API.
struct ManagementScope: Sendable, Equatable {
  let value: String
  let description: String

  private init(_ verb: String, _ things: String) {
    value = "\(verb):\(things)"
    let words = things.split(separator: "_").joined(separator: " ")
    description = verb.prefix(1).uppercased() + verb.dropFirst() + " " + words
  }

  /// Every scope that concerns users, their roles and what the tenant says about itself.
  static let all: [ManagementScope] = [
    ("users", ["read", "create", "update", "delete"]),
    ("users_app_metadata", ["read", "create", "update", "delete"]),
    ("user_idp_tokens", ["read"]),
    ("roles", ["read", "create", "update", "delete"]),
    ("role_members", ["read", "create", "delete"]),
    ("user_effective_roles", ["read"]),
    ("user_role_source_groups", ["read"]),
    ("user_effective_permissions", ["read"]),
    ("user_permission_source_roles", ["read"]),
    ("groups", ["read"]),
    ("group_members", ["read"]),
    ("group_roles", ["read", "create", "delete"]),
    ("resource_servers", ["read", "create", "update", "delete"]),
    ("organizations", ["read", "create", "update", "delete"]),
    ("organization_members", ["read", "create", "delete"]),
    ("organization_member_roles", ["read", "create", "delete"]),
    ("sessions", ["read", "update", "delete"]),
    ("refresh_tokens", ["read", "update", "delete"]),
    ("device_credentials", ["read", "delete"]),
    ("logs", ["read"]),
    ("logs_users", ["read"]),
    ("connections", ["read"]),
    ("tenant_settings", ["read", "update"]),
    ("anomaly_blocks", ["read", "delete"]),
  ].flatMap { things, verbs in verbs.map { ManagementScope($0, things) } }
}
