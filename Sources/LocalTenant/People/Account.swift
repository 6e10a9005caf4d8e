/// How somebody signs in, from which the user's id follows.
enum Account: Sendable, Equatable {
  /// The tenant's own database of names and passwords.
  case database(id: String)
  case google(id: String, accessToken: String)
  /// A link sent by email.
  case email(id: String)
  /// A code sent to a phone.
  case phone(id: String)
  /// An enterprise's SAML; its ids are whatever the enterprise says.
  case saml(id: String)
  /// An enterprise's Azure AD; its ids are whatever the enterprise says.
  case azure(id: String)

  /// The one identity that the user has.
  var identity: Identity {
    switch self {
    case .database(let id):
      Identity(
        connection: "Username-Password-Authentication", userID: id, provider: "auth0",
        isSocial: false)
    case .google(let id, let token):
      Identity(
        connection: "google-oauth2", userID: id, provider: "google-oauth2", isSocial: true,
        accessToken: token)
    case .email(let id):
      Identity(connection: "email", userID: id, provider: "email", isSocial: false)
    case .phone(let id):
      Identity(connection: "sms", userID: id, provider: "sms", isSocial: false)
    case .saml(let id):
      Identity(
        connection: "acme-saml", userID: "acme-saml|\(id)", provider: "samlp", isSocial: false)
    case .azure(let id):
      Identity(connection: "acme-azure", userID: id, provider: "waad", isSocial: false)
    }
  }
}
