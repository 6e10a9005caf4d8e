package import AccessModel

/// What the API lists, and the key under which it does so when it counts.
protocol ListItem: Decodable, Hashable, Sendable {
  /// The key of the list beside `start`, `limit` and `total`.
  static var listKey: String { get }
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

extension Permission: ListItem {
  static var listKey: String { "permissions" }
}

extension Organization: ListItem {
  static var listKey: String { "organizations" }
}

extension ResourceServer: ListItem {
  static var listKey: String { "resource_servers" }
}
