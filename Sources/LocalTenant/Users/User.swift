/// A user of the tenant, without roles, permissions and organizations.
struct User: Sendable, Equatable, Codable {
  /// `provider|id`, as every other part of the API names the user.
  var id: String
  /// Nil for somebody who signed up by phone.
  var email: String?
  var isEmailVerified = false
  var name: String?
  var givenName: String?
  var familyName: String?
  var nickname: String?
  var username: String?
  var phoneNumber: String?
  /// Nil where nobody ever blocked or unblocked the user, which the API then leaves out.
  var isBlocked: Bool?
  var identities: [Identity]
  var createdAt: Timestamp
  var updatedAt: Timestamp
  /// Nil until the first login, as is the number of logins.
  var lastLogin: Timestamp?
  var loginsCount: Int?
  var lastIP: String?
  var appMetadata: JSON?
  var userMetadata: JSON?

  /// A picture's address that somebody set.
  var ownPicture: String?

  /// A picture's address: unless somebody set one, it is the same for the same user.
  var picture: String {
    if let ownPicture { return ownPicture }
    let digits = String(fingerprint, radix: 16)
    let padded = String(repeating: "0", count: 16 - digits.count) + digits
    return "https://s.gravatar.com/avatar/\(padded)\(padded)?s=480&r=pg"
  }
}
