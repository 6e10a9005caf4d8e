/// Somebody who is to become a user of the tenant.
struct Person: Sendable, Equatable {
  var account: Account
  var name: String?
  var givenName: String?
  var familyName: String?
  var email: String?
  var isEmailVerified = true
  var phoneNumber: String?
  var isBlocked: Bool?

  /// The part of the email before the `@`, which Auth0 makes the nickname of.
  var nickname: String? {
    email.flatMap { $0.split(separator: "@").first }.map(String.init)
  }

  /// The user's id: the provider and the identity's own id.
  var userID: String {
    let identity = account.identity
    return "\(identity.provider)|\(identity.userID)"
  }
}
