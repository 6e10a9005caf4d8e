/// A block that Auth0 itself put on a user, after too many wrong passwords from one address.
struct BruteForceBlock: Sendable, Equatable, Codable {
  /// What was given as the user's name.
  var identifier: String
  var ip: String
  var connection: String

  /// The block as the API answers it.
  var json: JSON {
    [
      "identifier": .string(identifier), "ip": .string(ip), "connection": .string(connection),
    ]
  }
}
