/// What is to change about a role, as `PATCH /api/v2/roles/{id}` takes it; `nil` leaves a field alone.
package struct RoleUpdate: Hashable, Sendable, Encodable {
  package var name: String?
  package var description: String?

  /// A change.
  package init(name: String? = nil, description: String? = nil) {
    self.name = name
    self.description = description
  }
}
