/// What an export of users is to hold, as `POST /api/v2/jobs/users-exports` takes it: one JSON object a
/// line.
package struct UserExport: Hashable, Sendable, Encodable {
  /// The only connection whose users are exported, by its id; `nil` for everybody.
  package var connectionID: String?
  /// How many users at most; `nil` for all.
  package var limit: Int?
  /// The fields by name, such as `user_id`, `email`, `identities[0].connection`.
  package var fields: [String]

  /// An export; of what ``User`` shows, unless fields are given.
  package init(
    connectionID: String? = nil, limit: Int? = nil, fields: [String] = UserExport.userFields
  ) {
    self.connectionID = connectionID
    self.limit = limit
    self.fields = fields
  }

  /// The fields that make up a ``User``, but for `app_metadata`.
  package static let userFields = [
    "user_id", "name", "email", "email_verified", "nickname", "given_name", "family_name",
    "username", "phone_number", "blocked", "logins_count", "last_login", "last_ip", "created_at",
    "updated_at", "identities", "multifactor",
  ]

  private enum CodingKeys: String, CodingKey {
    case connectionID = "connection_id"
    case format
    case limit
    case fields
  }

  private struct Field: Encodable {
    var name: String
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(connectionID, forKey: .connectionID)
    try container.encode("json", forKey: .format)
    try container.encodeIfPresent(limit, forKey: .limit)
    try container.encode(fields.map { Field(name: $0) }, forKey: .fields)
  }
}
