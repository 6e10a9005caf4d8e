/// A member of an organization, as `GET /api/v2/organizations/{id}/members` lists one.
package struct OrganizationMember: Hashable, Sendable, Identifiable, Decodable {
  /// The user's id.
  package var id: UserID
  package var name: String?
  /// Absent for users without one.
  package var email: String?
  /// The roles held directly within the organization; `nil` where they were not asked for.
  package var roles: [Role]?

  /// A member from its parts.
  package init(id: UserID, name: String? = nil, email: String? = nil, roles: [Role]? = nil) {
    self.id = id
    self.name = name
    self.email = email
    self.roles = roles
  }

  private enum CodingKeys: String, CodingKey {
    case id = "user_id"
    case name
    case email
    case roles
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(UserID.self, forKey: .id)
    name = container.tolerantly(String.self, .name)
    email = container.tolerantly(String.self, .email)
    roles = container.tolerantly([Role].self, .roles)
  }
}
