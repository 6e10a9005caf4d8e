/// One way in which a user signs in: a connection, and the account there.
package struct Identity: Hashable, Sendable, Decodable {
  /// The connection's name, such as `Username-Password-Authentication`.
  package var connection: String
  /// The provider, such as `auth0` or `google-oauth2`.
  package var provider: String
  /// The account's id at the provider, without the provider's name before it.
  package var userID: String

  /// An identity from its parts.
  package init(connection: String, provider: String, userID: String) {
    self.connection = connection
    self.provider = provider
    self.userID = userID
  }

  private enum CodingKeys: String, CodingKey {
    case connection
    case provider
    case userID = "user_id"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    connection = container.tolerantly(String.self, .connection) ?? ""
    provider = container.tolerantly(String.self, .provider) ?? ""
    userID = container.tolerantly(TextOrNumber.self, .userID)?.text ?? ""
  }
}
