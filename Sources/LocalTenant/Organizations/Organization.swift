/// An organization of the tenant.
struct Organization: Sendable, Equatable {
  /// `org_` and 16 letters or digits.
  var id: String
  var name: String
  var displayName: String

  /// The organization as the API answers it.
  var json: JSON {
    ["id": .string(id), "name": .string(name), "display_name": .string(displayName)]
  }
}
