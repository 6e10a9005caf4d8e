/// A connection: a place where users come from.
struct Connection: Sendable, Equatable, Codable {
  /// `con_` and 16 letters or digits.
  var id: String
  /// What identities name it by.
  var name: String
  /// What kind it is: `auth0`, `google-oauth2`, `samlp`.
  var strategy: String

  /// The connection as the API answers it.
  var json: JSON {
    [
      "id": .string(id), "options": [:], "strategy": .string(strategy), "name": .string(name),
      "is_domain_connection": false, "realms": [.string(name)],
    ]
  }

  /// The connections that the seeded people come from.
  static func acme(_ random: inout SplitMix64) -> [Connection] {
    [
      ("Username-Password-Authentication", "auth0"), ("google-oauth2", "google-oauth2"),
      ("email", "email"), ("sms", "sms"), ("acme-saml", "samlp"), ("acme-azure", "waad"),
    ].map { name, strategy in
      Connection(id: random.identifier("con"), name: name, strategy: strategy)
    }
  }
}
