package import FoundationEssentials

/// A user's session in one browser, as `GET /api/v2/users/{user_id}/sessions` lists it.
package struct UserSession: Hashable, Sendable, Identifiable, Decodable {
  /// The id.
  package var id: String
  package var createdAt: Date?
  /// When the user last proved who it is.
  package var authenticatedAt: Date?
  package var lastInteractedAt: Date?
  /// When it ends if it lies idle.
  package var idleExpiresAt: Date?
  /// When it ends at the latest.
  package var expiresAt: Date?
  package var device: Device?
  /// The applications that the user is signed in to.
  package var clientIDs: [String]

  /// A session with only an id and what is given.
  package init(id: String, lastInteractedAt: Date? = nil, clientIDs: [String] = []) {
    self.id = id
    self.lastInteractedAt = lastInteractedAt
    self.clientIDs = clientIDs
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case createdAt = "created_at"
    case authenticatedAt = "authenticated_at"
    case lastInteractedAt = "last_interacted_at"
    case idleExpiresAt = "idle_expires_at"
    case expiresAt = "expires_at"
    case device
    case clients
  }

  private struct Client: Decodable {
    var id: String?

    enum CodingKeys: String, CodingKey {
      case id = "client_id"
    }

    init(from decoder: any Decoder) throws {
      id = try decoder.container(keyedBy: CodingKeys.self).tolerantly(String.self, .id)
    }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(TextOrNumber.self, forKey: .id).text
    createdAt = container.tolerantDate(.createdAt)
    authenticatedAt = container.tolerantDate(.authenticatedAt)
    lastInteractedAt = container.tolerantDate(.lastInteractedAt)
    idleExpiresAt = container.tolerantDate(.idleExpiresAt)
    expiresAt = container.tolerantDate(.expiresAt)
    device = container.tolerantly(Device.self, .device)
    clientIDs = (container.tolerantly([Client].self, .clients) ?? []).compactMap(\.id)
  }
}
