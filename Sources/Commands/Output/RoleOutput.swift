import AccessModel

/// A role in the API's own names.
struct RoleOutput: Encodable {
  let id: String
  let name: String
  let description: String

  init(_ role: Role) {
    id = role.id.rawValue
    name = role.name
    description = role.description
  }
}
