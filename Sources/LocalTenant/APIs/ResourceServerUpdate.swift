/// A change of an API, as `PATCH /resource-servers/{id}` asks for it.
struct ResourceServerUpdate: Sendable, Equatable {
  /// Everything that the real API takes.
  static let names = ResourceServerSettings.names.union([
    "name", "scopes", "token_lifetime", "token_dialect", "enforce_policies",
  ])

  private static let dialects = [
    "access_token", "access_token_authz", "rfc9068_profile", "rfc9068_profile_authz",
  ]

  private let name: String?
  private let scopes: [ResourceServer.Scope]?
  private let tokenLifetime: Int?
  private let enforcesPolicies: Bool?
  private let tokenDialect: String?
  private let settings: ResourceServerSettings

  /// Checks what a body asks for.
  ///
  /// - Throws: 400 `invalid_body` for a value that its member cannot have.
  init(_ body: BodyObject) throws(APIError) {
    settings = try ResourceServerSettings(body)
    name = try body.string("name", in: 1...200)
    if let name, name.contains(where: { $0 == "<" || $0 == ">" }) {
      throw .invalidBody("'String does not match pattern: ^[^<>]+$' on property name")
    }
    tokenLifetime = try body.integer("token_lifetime", in: 0...2_592_000)
    enforcesPolicies = try body.bool("enforce_policies")
    tokenDialect = try body.string("token_dialect")
    if let tokenDialect, !Self.dialects.contains(tokenDialect) {
      throw .invalidBody("'No enum match for: \(tokenDialect)' on property token_dialect")
    }
    scopes = try body.array("scopes").map { items throws(APIError) in
      var scopes: [ResourceServer.Scope] = []
      for item in items {
        guard let value = item["value"]?.string, (1...280).contains(value.count) else {
          throw .invalidBody(
            "'Missing required property: value' on property scopes[\(scopes.count)]")
        }
        scopes.append(
          ResourceServer.Scope(value: value, description: item["description"]?.string ?? ""))
      }
      guard scopes.count <= 1_000 else {
        throw .invalidBody("'Array is too long (\(scopes.count)), maximum 1000' on property scopes")
      }
      return scopes
    }
  }

  /// Makes the change.
  func apply(to api: inout ResourceServer) {
    if let name { api.name = name }
    if let scopes { api.scopes = scopes }
    if let tokenLifetime { api.tokenLifetime = tokenLifetime }
    if let enforcesPolicies { api.enforcesPolicies = enforcesPolicies }
    if let tokenDialect { api.tokenDialect = tokenDialect }
    var changed = api.settings ?? .usual
    changed.merge(settings)
    api.settings = changed
  }
}
