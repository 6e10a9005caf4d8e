/// A change of a user, as `PATCH /users/{id}` asks for it.
struct UserUpdate: Sendable, Equatable {
  /// Everything that the real API takes, also what means nothing to a tenant without logins.
  static let names: Set<String> = [
    "blocked", "email_verified", "email", "phone_number", "phone_verified", "user_metadata",
    "app_metadata", "given_name", "family_name", "name", "nickname", "picture", "verify_email",
    "verify_phone_number", "password", "connection", "client_id", "username",
  ]

  /// The email that the user is to have, where it changes.
  let email: String?
  private let isBlocked: Bool?
  private let isEmailVerified: Bool?
  private let appMetadata: [JSON.Member]?
  private let userMetadata: [JSON.Member]?
  /// The texts that change, by name; nil takes one away.
  private let texts: [String: String?]

  /// The texts that a user has, and how long they can be.
  private static let longest = [
    "name": 300, "nickname": 300, "given_name": 150, "family_name": 150, "username": 128,
    "picture": 2_048, "phone_number": 16, "email": 320,
  ]

  /// Checks what a body asks for.
  ///
  /// - Throws: 400 `invalid_body` for a value that its member cannot have.
  init(_ body: BodyObject) throws(APIError) {
    guard !body.members.isEmpty else {
      throw .invalidBody("'Too few properties defined (0), minimum 1'")
    }
    isBlocked = try body.bool("blocked")
    isEmailVerified = try body.bool("email_verified")
    for name in ["phone_verified", "verify_email", "verify_phone_number"] {
      _ = try body.bool(name)
    }
    for name in ["password", "connection", "client_id"] where body[name] != .null {
      _ = try body.string(name, in: 1...1_000)
    }
    appMetadata = try body.object("app_metadata")
    userMetadata = try body.object("user_metadata")
    var texts: [String: String?] = [:]
    for member in body.members {
      guard let longest = Self.longest[member.name] else { continue }
      let text = member.value == .null ? nil : try body.string(member.name, in: 1...longest)
      texts.updateValue(text, forKey: member.name)
    }
    self.texts = texts
    email = body["email"]?.string
    if let email, !Self.isEmail(email) {
      throw .invalidBody(
        "'Object didn't pass validation for format email: \(email)' on property email")
    }
    if let number = body["phone_number"]?.string, !Self.isPhoneNumber(number) {
      throw .invalidBody(
        #"'String does not match pattern ^\+[0-9]{1,15}$: \#(number)' on property phone_number"#)
    }
  }

  /// Makes the change; metadata is merged, but only at its first level.
  func apply(to user: inout User) {
    if let isBlocked { user.isBlocked = isBlocked }
    for (name, text) in texts { Self.set(name, text, of: &user) }
    if let isEmailVerified { user.isEmailVerified = isEmailVerified }
    if let appMetadata { user.appMetadata = Self.merged(user.appMetadata, appMetadata) }
    if let userMetadata { user.userMetadata = Self.merged(user.userMetadata, userMetadata) }
  }

  private static func set(_ name: String, _ text: String?, of user: inout User) {
    switch name {
    case "name": user.name = text
    case "nickname": user.nickname = text
    case "given_name": user.givenName = text
    case "family_name": user.familyName = text
    case "username": user.username = text
    case "picture": user.ownPicture = text
    case "phone_number": user.phoneNumber = text
    case "email": user.email = text
    default: break
    }
  }

  private static func merged(_ old: JSON?, _ changes: [JSON.Member]) -> JSON {
    var members: [JSON.Member] = []
    if case .object(let kept) = old { members = kept }
    for change in changes {
      let place = members.firstIndex { $0.name == change.name }
      switch (place, change.value) {
      case (let place?, .null): members.remove(at: place)
      case (nil, .null): break
      case (let place?, let value): members[place].value = value
      case (nil, _): members.append(change)
      }
    }
    return .object(members)
  }

  private static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isWhitespace) }
  }

  private static func isPhoneNumber(_ text: String) -> Bool {
    text.first == "+" && (1...15).contains(text.utf8.count - 1)
      && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }
}
