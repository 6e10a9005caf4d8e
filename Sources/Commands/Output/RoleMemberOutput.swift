import AccessModel

/// A member of a role in the API's own names.
struct RoleMemberOutput: Encodable {
  let id: String
  let name: String?
  let email: String?

  init(_ member: RoleMember) {
    id = member.id.rawValue
    name = member.name
    email = member.email
  }

  private enum CodingKeys: String, CodingKey {
    case id = "user_id"
    case name
    case email
  }
}
