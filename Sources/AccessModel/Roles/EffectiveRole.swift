/// A role that a user has in any way, as `GET /api/v2/users/{id}/effective-roles` lists it.
package struct EffectiveRole: Hashable, Sendable, Identifiable, Decodable {
  /// The role itself.
  package var role: Role
  /// The ways in which the user has it, in the API's words: `direct`, `groups`.
  package var sources: [String]

  /// A role and its sources.
  package init(role: Role, sources: [String]) {
    self.role = role
    self.sources = sources
  }

  /// The role's id.
  package var id: RoleID { role.id }

  /// Whether the user holds it directly, so that it can be removed from the user.
  package var isDirect: Bool { sources.contains("direct") }

  /// Whether a group gives it, which no removal from the user takes away.
  package var isThroughGroups: Bool { sources.contains("groups") }

  private enum CodingKeys: String, CodingKey {
    case sources
  }

  package init(from decoder: any Decoder) throws {
    role = try Role(from: decoder)
    sources =
      try decoder.container(keyedBy: CodingKeys.self).tolerantly([String].self, .sources) ?? []
  }
}
