/// An API of the tenant, which the Management API calls a resource server.
struct ResourceServer: Sendable, Equatable, Codable {
  /// One permission that the API knows.
  struct Scope: Sendable, Equatable, Codable {
    var value: String
    var description: String
  }

  /// 24 hexadecimal digits.
  var id: String
  var name: String
  /// The audience of the API's tokens.
  var identifier: String
  var scopes: [Scope]
  /// How long an access token lives, in seconds.
  var tokenLifetime: Int
  /// Whether RBAC is on; nil where nobody ever set it, which means that it is off.
  var enforcesPolicies: Bool?
  var tokenDialect: String?
  /// Whether this is the Management API itself.
  var isSystem = false
  /// What else can be set; nil for what is usual.
  var settings: ResourceServerSettings?

  /// The API as the Management API answers it.
  var json: JSON {
    var members = [
      JSON.Member("id", .string(id)),
      JSON.Member("name", .string(name)),
      JSON.Member("identifier", .string(identifier)),
      JSON.Member(
        "scopes",
        .array(
          scopes.map { ["value": .string($0.value), "description": .string($0.description)] })),
      JSON.Member("token_lifetime", .integer(tokenLifetime)),
      // Set in the Dashboard alone; it is never longer than the other.
      JSON.Member("token_lifetime_for_web", .integer(min(tokenLifetime, 7_200))),
    ]
    members += (settings ?? .usual).members
    if let enforcesPolicies {
      members.append(JSON.Member("enforce_policies", .bool(enforcesPolicies)))
    }
    if let tokenDialect { members.append(JSON.Member("token_dialect", .string(tokenDialect))) }
    if isSystem { members.append(JSON.Member("is_system", true)) }
    return .object(members)
  }
}
