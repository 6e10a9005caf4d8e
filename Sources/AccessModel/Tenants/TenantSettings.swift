/// What a tenant says about itself, as `GET /api/v2/tenants/settings` tells it.
package struct TenantSettings: Hashable, Sendable, Decodable {
  /// The name that people read at a login; `nil` where nobody gave one.
  package var friendlyName: String?
  package var supportEmail: String?
  /// The connection that logins without one use.
  package var defaultDirectory: String?
  /// How long a session may last, in hours; 168 where the tenant does not say.
  package var sessionLifetime: Double
  /// How long a session may lie idle, in hours; 72 where the tenant does not say.
  package var idleSessionLifetime: Double

  /// Settings from their parts.
  package init(
    friendlyName: String? = nil, supportEmail: String? = nil, defaultDirectory: String? = nil,
    sessionLifetime: Double = 168, idleSessionLifetime: Double = 72
  ) {
    self.friendlyName = friendlyName
    self.supportEmail = supportEmail
    self.defaultDirectory = defaultDirectory
    self.sessionLifetime = sessionLifetime
    self.idleSessionLifetime = idleSessionLifetime
  }

  private enum CodingKeys: String, CodingKey {
    case friendlyName = "friendly_name"
    case supportEmail = "support_email"
    case defaultDirectory = "default_directory"
    case sessionLifetime = "session_lifetime"
    case idleSessionLifetime = "idle_session_lifetime"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    friendlyName = container.tolerantly(String.self, .friendlyName)
    supportEmail = container.tolerantly(String.self, .supportEmail)
    defaultDirectory = container.tolerantly(String.self, .defaultDirectory)
    sessionLifetime = container.tolerantly(Double.self, .sessionLifetime) ?? 168
    idleSessionLifetime = container.tolerantly(Double.self, .idleSessionLifetime) ?? 72
  }
}
