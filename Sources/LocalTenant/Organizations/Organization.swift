/// An organization of the tenant.
struct Organization: Sendable, Equatable, Codable {
  /// `org_` and 16 letters or digits.
  var id: String
  var name: String
  var displayName: String
  var createdAt: Timestamp
  /// Roles that exist in this organization alone; their names may equal those of tenant roles.
  var roles: [Role] = []

  /// The organization as the API answers it.
  var json: JSON {
    ["id": .string(id), "name": .string(name), "display_name": .string(displayName)]
  }
}
