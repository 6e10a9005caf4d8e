/// A permission: one scope of one API.
struct Permission: Sendable, Hashable {
  /// The identifier of the API.
  var resourceServer: String
  var name: String
}
