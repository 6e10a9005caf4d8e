extension User {
  /// Which members of a user a call asks for.
  struct Selection: Sendable, Equatable {
    var fields: FieldSelection
    /// Whether the caller may see the identity providers' own tokens.
    var hasProviderTokens = false
    /// Whether an identity's user id that is a whole number is one in JSON.
    var identityIDsAreNumbers = false

    /// All that an export shows.
    static let everything = Selection(fields: .everything)
  }

  /// The user as the API answers it, in the order of its recorded answers.
  func json(_ selection: Selection) -> JSON {
    var members: [JSON.Member] = []
    func add(_ name: String, _ value: @autoclosure () -> JSON?) {
      guard selection.fields.has(name), let value = value() else { return }
      members.append(JSON.Member(name, value))
    }
    add("blocked", isBlocked.map(JSON.bool))
    add("created_at", .string(createdAt.text))
    add("email", email.map(JSON.string))
    add("email_verified", email == nil ? nil : .bool(isEmailVerified))
    add("family_name", familyName.map(JSON.string))
    add("given_name", givenName.map(JSON.string))
    add("identities", .array(identities.map { $0.json(selection) }))
    add("name", name.map(JSON.string))
    add("nickname", nickname.map(JSON.string))
    add("phone_number", phoneNumber.map(JSON.string))
    add("phone_verified", phoneNumber == nil ? nil : .bool(true))
    add("picture", .string(picture))
    add("updated_at", .string(updatedAt.text))
    add("user_id", .string(id))
    add("user_metadata", userMetadata)
    add("username", username.map(JSON.string))
    add("app_metadata", appMetadata)
    add("last_ip", lastIP.map(JSON.string))
    add("last_login", lastLogin.map { .string($0.text) })
    add("logins_count", loginsCount.map(JSON.integer))
    return .object(members)
  }

  /// The user as a role's member: `{"user_id","email","picture","name"}`.
  var memberJSON: JSON {
    var members = [JSON.Member("user_id", .string(id))]
    if let email { members.append(JSON.Member("email", .string(email))) }
    members.append(JSON.Member("picture", .string(picture)))
    if let name { members.append(JSON.Member("name", .string(name))) }
    return .object(members)
  }
}

extension User {
  /// A number that is the same for the same user, for what follows from the user alone.
  var fingerprint: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}

extension Identity {
  fileprivate func json(_ selection: User.Selection) -> JSON {
    var members = [
      JSON.Member("connection", .string(connection)),
      JSON.Member("user_id", selection.identityIDsAreNumbers ? numericID : .string(userID)),
      JSON.Member("provider", .string(provider)),
      JSON.Member("isSocial", .bool(isSocial)),
    ]
    if selection.hasProviderTokens, let accessToken {
      members.append(JSON.Member("access_token", .string(accessToken)))
    }
    return .object(members)
  }

  /// The user id as a number where it is one; as JavaScript would write it where it has more digits than an integer.
  private var numericID: JSON {
    guard userID.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return .string(userID) }
    return Int(userID).map(JSON.integer) ?? Double(userID).map(JSON.double) ?? .string(userID)
  }
}
