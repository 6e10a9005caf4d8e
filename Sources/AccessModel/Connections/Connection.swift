/// A place where users come from, as `GET /api/v2/connections` lists it.
package struct Connection: Hashable, Sendable, Identifiable, Decodable {
  /// The id, such as `con_` and 16 letters and digits.
  package var id: String
  /// The name that identities and searches use.
  package var name: String
  /// What kind it is: `auth0`, `google-oauth2`, `samlp`.
  package var strategy: String
  /// The name that people read at a login; the name where there is none.
  package var displayName: String

  /// A connection from its parts.
  package init(id: String, name: String, strategy: String, displayName: String? = nil) {
    self.id = id
    self.name = name
    self.strategy = strategy
    self.displayName = displayName ?? name
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case name
    case strategy
    case displayName = "display_name"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    name = container.tolerantly(String.self, .name) ?? id
    strategy = container.tolerantly(String.self, .strategy) ?? ""
    displayName = container.tolerantly(String.self, .displayName) ?? name
  }
}
