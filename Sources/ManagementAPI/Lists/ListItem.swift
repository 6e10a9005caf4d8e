package import AccessModel

/// What the API lists, and the key under which it does so when it counts.
protocol ListItem: Decodable, Hashable, Sendable {
  /// The key of the list beside `start`, `limit` and `total`, or beside `next`.
  static var listKey: String { get }

  /// Whether each item keeps the bytes that described it.
  static var keepsJSON: Bool { get }

  /// What leads on from this item where the list itself does not say; `nil` for nothing.
  var cursor: String? { get }

  /// Keeps the bytes that described it.
  mutating func keep(_ json: RawJSON)
}

extension ListItem {
  static var keepsJSON: Bool { false }
  var cursor: String? { nil }
  mutating func keep(_ json: RawJSON) {}
}

extension User: ListItem {
  static var listKey: String { "users" }
}

extension RoleMember: ListItem {
  static var listKey: String { "users" }
}

extension Role: ListItem {
  static var listKey: String { "roles" }
}

extension EffectiveRole: ListItem {
  static var listKey: String { "roles" }
}

extension Permission: ListItem {
  static var listKey: String { "permissions" }
}

extension Organization: ListItem {
  static var listKey: String { "organizations" }
}

extension OrganizationMember: ListItem {
  static var listKey: String { "members" }
}

extension ResourceServer: ListItem {
  static var listKey: String { "resource_servers" }
}

extension Connection: ListItem {
  static var listKey: String { "connections" }
}

extension Group: ListItem {
  static var listKey: String { "groups" }
}

extension UserSession: ListItem {
  static var listKey: String { "sessions" }
}

extension RefreshToken: ListItem {
  static var listKey: String { "tokens" }
}

extension LogEntry: ListItem {
  static var listKey: String { "logs" }
  static var keepsJSON: Bool { true }
  var cursor: String? { id }
  mutating func keep(_ json: RawJSON) { self.json = json }
}
