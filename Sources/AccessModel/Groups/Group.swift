/// An Enterprise Group, as `GET /api/v2/users/{id}/effective-roles/sources/groups` lists it.
package struct Group: Hashable, Sendable, Identifiable, Decodable {
  /// The id, such as `grp_` and 14 to 22 letters and digits.
  package var id: String
  /// The name that people know it by; its id where it has none.
  package var name: String
  /// What the identity provider calls it.
  package var externalID: String?
  /// The connection that it comes from.
  package var connectionID: String?

  /// A group from its parts.
  package init(
    id: String, name: String, externalID: String? = nil, connectionID: String? = nil
  ) {
    self.id = id
    self.name = name
    self.externalID = externalID
    self.connectionID = connectionID
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case name
    case externalID = "external_id"
    case connectionID = "connection_id"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    name = container.tolerantly(String.self, .name) ?? id
    externalID = container.tolerantly(String.self, .externalID)
    connectionID = container.tolerantly(String.self, .connectionID)
  }
}
