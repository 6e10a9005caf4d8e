/// A way in which brute-force protection keeps a user out, as `GET /api/v2/user-blocks/{id}` lists it.
///
/// Being blocked by an administrator is another matter: ``User/isBlocked``.
package struct UserBlock: Hashable, Sendable, Decodable {
  /// What was typed to sign in.
  package var identifier: String
  /// The address (IP) that is kept out.
  package var address: String
  package var connection: String

  /// A block from its parts.
  package init(identifier: String, address: String, connection: String = "") {
    self.identifier = identifier
    self.address = address
    self.connection = connection
  }

  private enum CodingKeys: String, CodingKey {
    case identifier
    case address = "ip"
    case connection
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    identifier = container.tolerantly(String.self, .identifier) ?? ""
    address = container.tolerantly(String.self, .address) ?? ""
    connection = container.tolerantly(String.self, .connection) ?? ""
  }
}
