/// An Enterprise Group: people whom an identity provider puts together, and the roles they inherit.
struct Group: Sendable, Equatable, Codable {
  /// `grp_` and 14 to 22 characters of base58.
  var id: String
  var name: String
  /// What the identity provider calls the group.
  var externalID: String
  /// The connection that the group comes from.
  var connectionID: String
  var createdAt: Timestamp
  /// The roles that every member inherits; at most 10.
  var roleIDs: [String]

  /// The group as the API answers it.
  var json: JSON {
    [
      "id": .string(id), "name": .string(name), "external_id": .string(externalID),
      "connection_id": .string(connectionID), "tenant_name": "acme",
      "created_at": .string(createdAt.text), "updated_at": .string(createdAt.text),
    ]
  }
}
