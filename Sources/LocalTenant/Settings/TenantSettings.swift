/// What the tenant says about itself.
struct TenantSettings: Sendable, Equatable {
  var friendlyName = "Acme (local)"
  var supportEmail = "support@acme.example"
  /// How long a session may last, in hours.
  var sessionLifetime = 168
  /// How long a session may lie idle, in hours.
  var idleSessionLifetime = 72

  /// The settings as the API answers them.
  var json: JSON {
    [
      "flags": ["enable_client_connections": false],
      "friendly_name": .string(friendlyName),
      "support_email": .string(supportEmail),
      "default_directory": "Username-Password-Authentication",
      "session_lifetime": .integer(sessionLifetime),
      "idle_session_lifetime": .integer(idleSessionLifetime),
      "sandbox_version": "22",
    ]
  }
}
