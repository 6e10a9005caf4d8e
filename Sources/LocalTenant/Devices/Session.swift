/// A user's session in one browser.
struct Session: Sendable, Equatable, Codable {
  /// At most 50 characters.
  var id: String
  var userID: String
  var createdAt: Timestamp
  var lastInteractedAt: Timestamp
  var ip: String
  var userAgent: String
  /// The applications that the user is signed in to.
  var clientIDs: [String]
  /// When the session ends because somebody asked for it.
  var endedAt: Timestamp?

  /// When the session ends of itself, with the tenant's settings for it.
  func expiresAt(_ settings: TenantSettings) -> Timestamp {
    createdAt.advanced(bySeconds: Int64(settings.sessionLifetime) * 3600)
  }

  /// When the session ends if it lies idle, with the tenant's settings for it.
  func idleExpiresAt(_ settings: TenantSettings) -> Timestamp {
    lastInteractedAt.advanced(bySeconds: Int64(settings.idleSessionLifetime) * 3600)
  }

  /// The session as the API answers it.
  func json(_ settings: TenantSettings) -> JSON {
    [
      "id": .string(id), "user_id": .string(userID),
      "created_at": .string(createdAt.text), "updated_at": .string(lastInteractedAt.text),
      "authenticated_at": .string(createdAt.text),
      "idle_expires_at": .string(idleExpiresAt(settings).text),
      "expires_at": .string(expiresAt(settings).text),
      "last_interacted_at": .string(lastInteractedAt.text),
      "device": Device(ip: ip, userAgent: userAgent).json,
      "clients": .array(clientIDs.map { ["client_id": .string($0)] }),
      "authentication": [
        "methods": [["name": "pwd", "timestamp": .string(createdAt.text)]]
      ],
    ]
  }
}

/// The machine that a session or a refresh token is used from.
struct Device: Sendable, Equatable {
  var ip: String
  var userAgent: String

  /// The device as the API answers it.
  var json: JSON {
    [
      "initial_user_agent": .string(userAgent), "initial_ip": .string(ip), "initial_asn": "64496",
      "last_user_agent": .string(userAgent), "last_ip": .string(ip), "last_asn": "64496",
    ]
  }
}
