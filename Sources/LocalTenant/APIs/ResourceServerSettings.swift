/// The settings of an API that the tenant keeps and shows, and that change nothing here.
struct ResourceServerSettings: Sendable, Equatable, Codable {
  /// Each with what Auth0's schema lets it be, in the order in which answers have them.
  private static let shapes: [(name: String, shape: JSONShape)] = [
    ("signing_alg", .word(["HS256", "RS256", "RS512", "PS256"])),
    ("signing_secret", .text(16...4_096)),
    ("allow_offline_access", .bool),
    ("allow_online_access", .bool),
    ("allow_online_access_with_ephemeral_sessions", .bool),
    ("skip_consent_for_verifiable_first_party_clients", .bool),
    (
      "token_encryption",
      .orNull(
        .object([
          JSONShape.Field("format", .word(["compact-nested-jwe"])),
          JSONShape.Field(
            "encryption_key",
            .object([
              JSONShape.Field("name", .text(1...128), isRequired: false),
              JSONShape.Field("alg", .word(["RSA-OAEP-256", "RSA-OAEP-384", "RSA-OAEP-512"])),
              JSONShape.Field("kid", .text(1...128), isRequired: false),
              JSONShape.Field("pem", .text(1...4_096)),
            ])),
        ]))
    ),
    ("consent_policy", .orNull(.word(["transactional-authorization-with-mfa"]))),
    ("authorization_details", .orNull(.list)),
    (
      "proof_of_possession",
      .orNull(
        .object([
          JSONShape.Field("mechanism", .word(["mtls", "dpop"])),
          JSONShape.Field("required", .bool),
          JSONShape.Field(
            "required_for", .word(["public_clients", "all_clients"]), isRequired: false),
        ]))
    ),
    (
      "subject_type_authorization",
      .object([
        JSONShape.Field(
          "user", .openObject(policy(["allow_all", "deny_all", "require_client_grant"])),
          isRequired: false),
        JSONShape.Field(
          "client", .openObject(policy(["deny_all", "require_client_grant"])), isRequired: false),
      ])
    ),
    (
      "authorization_policy",
      .orNull(.object([JSONShape.Field("policy_id", .text(1...1_024))]))
    ),
  ]

  private static func policy(_ words: [String]) -> [JSONShape.Field] {
    [JSONShape.Field("policy", .word(words), isRequired: false)]
  }

  /// The names of all of them.
  static let names = Set(shapes.map(\.name))

  private var values: [String: JSON]

  /// What an API has that nobody has changed.
  static let usual = ResourceServerSettings(values: [
    "signing_alg": "RS256", "allow_offline_access": false,
    "skip_consent_for_verifiable_first_party_clients": true,
  ])

  private init(values: [String: JSON]) {
    self.values = values
  }

  /// The settings that a body asks for.
  ///
  /// - Throws: 400 `invalid_body` for a value that its member cannot have.
  init(_ body: BodyObject) throws(APIError) {
    values = [:]
    for (name, shape) in Self.shapes {
      guard let value = body[name] else { continue }
      try shape.check(value, at: name)
      values[name] = value
    }
  }

  /// Takes over what another has; null takes a setting away.
  mutating func merge(_ changes: ResourceServerSettings) {
    values.merge(changes.values) { $1 }
    values = values.filter { $0.value != .null }
  }

  /// The settings as members of the API's answer; a secret is there only where it signs.
  var members: [JSON.Member] {
    Self.shapes.compactMap { name, _ in
      guard name != "signing_secret" || values["signing_alg"] == "HS256" else { return nil }
      return values[name].map { JSON.Member(name, $0) }
    }
  }
}
