package import FoundationEssentials

/// A refresh token that an application holds for a user, but for the token itself, which is never sent.
///
/// As `GET /api/v2/users/{user_id}/refresh-tokens` lists it.
package struct RefreshToken: Hashable, Sendable, Identifiable, Decodable {
  /// An API that it gives access to.
  package struct Access: Hashable, Sendable, Decodable {
    /// The API's identifier.
    package var audience: String
    /// The scopes, separated by spaces.
    package var scopes: String

    /// Access from its parts.
    package init(audience: String, scopes: String) {
      self.audience = audience
      self.scopes = scopes
    }

    private enum CodingKeys: String, CodingKey {
      case audience
      case scopes
    }

    package init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      audience = container.tolerantly(String.self, .audience) ?? ""
      scopes = container.tolerantly(String.self, .scopes) ?? ""
    }
  }

  /// The id, which is not the token.
  package var id: String
  package var createdAt: Date?
  package var lastExchangedAt: Date?
  /// When it ends if nobody uses it; `nil` for never.
  package var idleExpiresAt: Date?
  /// When it ends at the latest; `nil` for never.
  package var expiresAt: Date?
  /// The application that holds it.
  package var clientID: String?
  /// The session that it came from, where there is one.
  package var sessionID: String?
  /// Whether each use replaces it.
  package var isRotating: Bool
  package var device: Device?
  package var access: [Access]

  /// A token with only an id and what is given.
  package init(id: String, clientID: String? = nil, sessionID: String? = nil) {
    self.id = id
    self.clientID = clientID
    self.sessionID = sessionID
    isRotating = false
    access = []
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case createdAt = "created_at"
    case lastExchangedAt = "last_exchanged_at"
    case idleExpiresAt = "idle_expires_at"
    case expiresAt = "expires_at"
    case clientID = "client_id"
    case sessionID = "session_id"
    case isRotating = "rotating"
    case device
    case access = "resource_servers"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(TextOrNumber.self, forKey: .id).text
    createdAt = container.tolerantDate(.createdAt)
    lastExchangedAt = container.tolerantDate(.lastExchangedAt)
    idleExpiresAt = container.tolerantDate(.idleExpiresAt)
    expiresAt = container.tolerantDate(.expiresAt)
    clientID = container.tolerantly(String.self, .clientID)
    sessionID = container.tolerantly(String.self, .sessionID)
    isRotating = container.tolerantly(Bool.self, .isRotating) ?? false
    device = container.tolerantly(Device.self, .device)
    access = container.tolerantly([Access].self, .access) ?? []
  }
}
