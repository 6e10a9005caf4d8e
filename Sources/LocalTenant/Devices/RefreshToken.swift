/// A refresh token that an application holds for a user.
struct RefreshToken: Sendable, Equatable, Codable {
  /// At most 30 characters.
  var id: String
  var userID: String
  var createdAt: Timestamp
  var lastExchangedAt: Timestamp
  var clientID: String
  /// The session that the token came from, where there is one.
  var sessionID: String?
  /// The audience of the API that the token gives access to.
  var audience: String
  var ip: String
  var userAgent: String
  /// When the token is taken away because somebody asked for it.
  var revokedAt: Timestamp?

  /// The token as the API answers it.
  var json: JSON {
    [
      "id": .string(id), "user_id": .string(userID), "created_at": .string(createdAt.text),
      "idle_expires_at": .null, "expires_at": .null,
      "device": Device(ip: ip, userAgent: userAgent).json, "client_id": .string(clientID),
      "session_id": sessionID.map(JSON.string) ?? .null, "rotating": false,
      "resource_servers": [
        ["audience": .string(audience), "scopes": "openid profile offline_access"]
      ],
      "last_exchanged_at": .string(lastExchangedAt.text),
    ]
  }
}
