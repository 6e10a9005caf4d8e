/// The tenant's roles, in the order in which the API lists them.
struct RoleList: Sendable {
  private(set) var roles: [Role]
  private var rows: [String: Int]

  init(_ roles: [Role] = []) {
    self.roles = roles
    rows = Self.rows(roles)
  }

  subscript(id: String) -> Role? {
    rows[id].map { roles[$0] }
  }

  /// The first role with exactly this name.
  func named(_ name: String) -> Role? {
    roles.first { $0.name == name }
  }

  /// Adds a role at the end.
  mutating func append(_ role: Role) {
    rows[role.id] = roles.count
    roles.append(role)
  }

  /// Changes a role, but for its id; nil where there is none with this id.
  mutating func update(_ id: String, _ change: (inout Role) -> Void) -> Role? {
    guard let row = rows[id] else { return nil }
    change(&roles[row])
    return roles[row]
  }

  /// Removes a role; false where there is none with this id.
  mutating func remove(_ id: String) -> Bool {
    guard let row = rows[id] else { return false }
    roles.remove(at: row)
    rows = Self.rows(roles)
    return true
  }

  private static func rows(_ roles: [Role]) -> [String: Int] {
    Dictionary(
      roles.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
  }
}
