/// What is to change about a user, as `PATCH /api/v2/users/{id}` takes it; `nil` leaves a field alone.
package struct UserUpdate: Hashable, Sendable, Encodable {
  /// Whether an administrator blocks the user; `false` does not lift what brute-force protection does.
  package var isBlocked: Bool?
  package var email: String?
  package var isEmailVerified: Bool?
  package var name: String?
  package var nickname: String?
  package var givenName: String?
  package var familyName: String?

  /// A change.
  package init(
    isBlocked: Bool? = nil, email: String? = nil, isEmailVerified: Bool? = nil,
    name: String? = nil, nickname: String? = nil, givenName: String? = nil,
    familyName: String? = nil
  ) {
    self.isBlocked = isBlocked
    self.email = email
    self.isEmailVerified = isEmailVerified
    self.name = name
    self.nickname = nickname
    self.givenName = givenName
    self.familyName = familyName
  }

  private enum CodingKeys: String, CodingKey {
    case isBlocked = "blocked"
    case email
    case isEmailVerified = "email_verified"
    case name
    case nickname
    case givenName = "given_name"
    case familyName = "family_name"
  }
}
