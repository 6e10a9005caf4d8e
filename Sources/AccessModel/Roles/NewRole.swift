/// A role to be made, as `POST /api/v2/roles` takes it.
package struct NewRole: Hashable, Sendable, Encodable {
  /// The name, which no other role of the tenant may have.
  package var name: String
  /// What it is for; `nil` says nothing.
  package var description: String?

  /// A role to be made.
  package init(name: String, description: String? = nil) {
    self.name = name
    self.description = description
  }
}
