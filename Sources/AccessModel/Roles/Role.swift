/// A role of the tenant, as `GET /api/v2/users/{id}/roles` lists it.
package struct Role: Hashable, Sendable, Identifiable, Decodable {
  /// The id, which alone says which role this is.
  package var id: RoleID
  /// The name; unique in a tenant, but an organization's role may bear the same.
  package var name: String
  /// What somebody wrote about it; empty where nobody did.
  package var description: String

  /// A role from its parts.
  package init(id: RoleID, name: String, description: String = "") {
    self.id = id
    self.name = name
    self.description = description
  }

  /// What to call the role: its name, or its id where it has none.
  package var displayName: String { name.isEmpty ? id.rawValue : name }

  private enum CodingKeys: String, CodingKey {
    case id
    case name
    case description
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(RoleID.self, forKey: .id)
    name = container.tolerantly(String.self, .name) ?? ""
    description = container.tolerantly(String.self, .description) ?? ""
  }
}
