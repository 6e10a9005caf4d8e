/// An API of the tenant, as `GET /api/v2/resource-servers` lists it.
package struct ResourceServer: Hashable, Sendable, Decodable {
  /// A permission that the API has.
  package struct Scope: Hashable, Sendable, Codable {
    /// The name, such as `read:invoices`.
    package var value: String
    package var description: String

    /// A permission from its parts.
    package init(value: String, description: String = "") {
      self.value = value
      self.description = description
    }

    private enum CodingKeys: String, CodingKey {
      case value
      case description
    }

    package init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      value = try container.decode(String.self, forKey: .value)
      description = container.tolerantly(String.self, .description) ?? ""
    }
  }

  /// The id, by which it is changed; its identifier where the tenant did not send one.
  package var id: String
  /// The name that people know it by.
  package var name: String
  /// The identifier, which is the audience of its access tokens.
  package var identifier: String
  /// Whether it is the tenant's own, such as the Management API, which cannot be changed.
  package var isSystem: Bool
  /// Whether RBAC is on, without which roles do not limit a token's scopes; absent means off.
  package var enforcesPolicies: Bool
  /// What its access tokens look like.
  package var tokenDialect: TokenDialect
  /// How long its access tokens live, in seconds; the API's default is a day.
  package var tokenLifetime: Int
  /// The same for tokens that browsers get without a code; `nil` where the tenant does not say.
  package var tokenLifetimeForWeb: Int?
  /// Whether applications may get refresh tokens for it.
  package var allowsOfflineAccess: Bool
  /// The permissions that it has.
  package var scopes: [Scope]

  /// An API from its parts.
  package init(
    id: String? = nil, name: String, identifier: String, isSystem: Bool = false,
    enforcesPolicies: Bool, tokenDialect: TokenDialect = .accessToken, tokenLifetime: Int = 86_400,
    tokenLifetimeForWeb: Int? = nil, allowsOfflineAccess: Bool = false, scopes: [Scope] = []
  ) {
    self.id = id ?? identifier
    self.name = name
    self.identifier = identifier
    self.isSystem = isSystem
    self.enforcesPolicies = enforcesPolicies
    self.tokenDialect = tokenDialect
    self.tokenLifetime = tokenLifetime
    self.tokenLifetimeForWeb = tokenLifetimeForWeb
    self.allowsOfflineAccess = allowsOfflineAccess
    self.scopes = scopes
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case name
    case identifier
    case isSystem = "is_system"
    case enforcesPolicies = "enforce_policies"
    case tokenDialect = "token_dialect"
    case tokenLifetime = "token_lifetime"
    case tokenLifetimeForWeb = "token_lifetime_for_web"
    case allowsOfflineAccess = "allow_offline_access"
    case scopes
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    identifier = try container.decode(String.self, forKey: .identifier)
    id = container.tolerantly(TextOrNumber.self, .id)?.text ?? identifier
    name = container.tolerantly(String.self, .name) ?? identifier
    isSystem = container.tolerantly(Bool.self, .isSystem) ?? false
    enforcesPolicies = container.tolerantly(Bool.self, .enforcesPolicies) ?? false
    tokenDialect = container.tolerantly(TokenDialect.self, .tokenDialect) ?? .accessToken
    tokenLifetime = container.tolerantly(Int.self, .tokenLifetime) ?? 86_400
    tokenLifetimeForWeb = container.tolerantly(Int.self, .tokenLifetimeForWeb)
    allowsOfflineAccess = container.tolerantly(Bool.self, .allowsOfflineAccess) ?? false
    scopes = container.tolerantly([Scope].self, .scopes) ?? []
  }
}
