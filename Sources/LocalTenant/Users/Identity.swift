/// One way in which a user signs in.
struct Identity: Sendable, Equatable, Codable {
  /// The connection's name.
  var connection: String
  /// The id that the provider gave, without the provider's prefix.
  var userID: String
  var provider: String
  var isSocial: Bool
  /// The provider's own token, which the API shows to few.
  var accessToken: String?
}
