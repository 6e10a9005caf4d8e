/// A holder of a role, as `GET /api/v2/roles/{id}/users` lists one.
package struct RoleMember: Hashable, Sendable, Identifiable, Decodable {
  /// The user's id.
  package var id: UserID
  package var name: String?
  /// Absent for users without one.
  package var email: String?

  /// A member from its parts.
  package init(id: UserID, name: String? = nil, email: String? = nil) {
    self.id = id
    self.name = name
    self.email = email
  }

  private enum CodingKeys: String, CodingKey {
    case id = "user_id"
    case name
    case email
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(UserID.self, forKey: .id)
    name = container.tolerantly(String.self, .name)
    email = container.tolerantly(String.self, .email)
  }
}
