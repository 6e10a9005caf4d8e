/// A permission: one scope of one API.
struct Permission: Sendable, Hashable, Codable {
  /// The identifier of the API.
  var resourceServer: String
  var name: String
}
