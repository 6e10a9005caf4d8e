/// A permission of an API, as a role gives it or a user has it.
///
/// From `GET /api/v2/roles/{id}/permissions` and `GET /api/v2/users/{id}/permissions`; the latter names
/// where each comes from.
package struct Permission: Hashable, Sendable, Decodable {
  /// What tells one permission from another: the API and the permission's name there.
  package struct Key: Hashable, Sendable, Comparable, Codable {
    /// The API's identifier, its audience.
    package var api: String
    /// The permission's name within the API.
    package var name: String

    /// A key from its parts.
    package init(api: String, name: String) {
      self.api = api
      self.name = name
    }

    package static func < (left: Key, right: Key) -> Bool {
      (left.api, left.name) < (right.api, right.name)
    }

    private enum CodingKeys: String, CodingKey {
      case api = "resource_server_identifier"
      case name = "permission_name"
    }
  }

  /// A way in which a user comes by a permission.
  package struct Source: Hashable, Sendable, Decodable {
    /// The role's id; empty for a direct grant.
    package var id: String
    /// The role's name; empty for a direct grant.
    package var name: String

    /// A source from its parts.
    package init(id: String, name: String) {
      self.id = id
      self.name = name
    }

    /// Whether the permission was granted to the user without a role.
    package var isDirect: Bool { id.isEmpty }

    private enum CodingKeys: String, CodingKey {
      case id = "source_id"
      case name = "source_name"
    }

    package init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      id = container.tolerantly(String.self, .id) ?? ""
      name = container.tolerantly(String.self, .name) ?? ""
    }
  }

  /// The name within the API, such as `read:invoices`.
  package var name: String
  package var description: String
  /// The API's name.
  package var apiName: String
  /// The API's identifier, its audience.
  package var apiIdentifier: String
  /// Where it comes from; `nil` where the answer does not say.
  package var sources: [Source]?

  /// A permission from its parts.
  package init(
    name: String, description: String = "", apiName: String, apiIdentifier: String,
    sources: [Source]? = nil
  ) {
    self.name = name
    self.description = description
    self.apiName = apiName
    self.apiIdentifier = apiIdentifier
    self.sources = sources
  }

  /// What tells it from others.
  package var key: Key { Key(api: apiIdentifier, name: name) }

  private enum CodingKeys: String, CodingKey {
    case name = "permission_name"
    case description
    case apiName = "resource_server_name"
    case apiIdentifier = "resource_server_identifier"
    case sources
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    description = container.tolerantly(String.self, .description) ?? ""
    apiIdentifier = try container.decode(String.self, forKey: .apiIdentifier)
    apiName = container.tolerantly(String.self, .apiName) ?? apiIdentifier
    sources = container.tolerantly([Source].self, .sources)
  }
}
