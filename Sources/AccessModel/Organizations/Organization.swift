/// An organization of the tenant, as `GET /api/v2/organizations` and
/// `GET /api/v2/users/{id}/organizations` list it.
package struct Organization: Hashable, Sendable, Identifiable, Decodable {
  /// The id, which alone says which organization this is.
  package var id: OrganizationID
  /// The name that logins use.
  package var name: String
  /// The name that people read.
  package var displayName: String

  /// An organization from its parts.
  package init(id: OrganizationID, name: String, displayName: String) {
    self.id = id
    self.name = name
    self.displayName = displayName
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case name
    case displayName = "display_name"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(OrganizationID.self, forKey: .id)
    name = container.tolerantly(String.self, .name) ?? id.rawValue
    displayName = container.tolerantly(String.self, .displayName) ?? name
  }
}
