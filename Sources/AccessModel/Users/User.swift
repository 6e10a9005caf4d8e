package import FoundationEssentials

/// A user of a tenant, as `GET /api/v2/users/{id}` and the lists of users describe one.
///
/// Decoding needs nothing but `user_id`: every other field may be missing or of a type that the
/// document does not name, and is then `nil`.
package struct User: Hashable, Sendable, Identifiable {
  /// The id, which alone says who this is.
  package var id: UserID
  /// The full name; anything that somebody typed when signing up.
  package var name: String?
  /// The email address; unique within a connection, not within the tenant.
  package var email: String?
  /// Whether the address was confirmed; `nil` where the tenant does not say.
  package var isEmailVerified: Bool?
  package var nickname: String?
  package var givenName: String?
  package var familyName: String?
  package var username: String?
  package var phoneNumber: String?
  /// Whether an administrator has blocked the user; absent means not.
  package var isBlocked: Bool
  /// How often the user signed in; `nil` before the first time.
  package var loginsCount: Int?
  /// When the user signed in last; `nil` before the first time.
  package var lastLogin: Date?
  package var lastAddress: String?
  package var createdAt: Date?
  package var updatedAt: Date?
  /// The accounts that make up this user; the first is the one that `id` names.
  package var identities: [Identity]
  /// Second factors by name.
  package var multifactor: [String]
  /// What the Authorization Extension left in `app_metadata`; `nil` for nothing.
  package var authorizationExtension: AuthorizationExtensionTraces?

  /// A user with only an id and what is given.
  package init(id: UserID, name: String? = nil, email: String? = nil) {
    self.id = id
    self.name = name
    self.email = email
    self.isBlocked = false
    self.identities = []
    self.multifactor = []
  }

  /// The name of the connection through which the user signs in.
  ///
  /// Where the tenant sent no identities, what stands before the id's first `|`.
  package var connection: String {
    if let connection = identities.first?.connection, !connection.isEmpty { return connection }
    return String(id.rawValue.prefix { $0 != "|" })
  }

  /// What to call the user: the name, else what comes nearest to one.
  package var displayName: String {
    let names = [name, nickname, username, email, phoneNumber]
    return names.lazy.compactMap(\.self).first { !$0.isEmpty } ?? id.rawValue
  }
}

extension User: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id = "user_id"
    case name
    case email
    case isEmailVerified = "email_verified"
    case nickname
    case givenName = "given_name"
    case familyName = "family_name"
    case username
    case phoneNumber = "phone_number"
    case isBlocked = "blocked"
    case loginsCount = "logins_count"
    case lastLogin = "last_login"
    case lastAddress = "last_ip"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
    case identities
    case multifactor
    case appMetadata = "app_metadata"
  }

  private enum AppMetadataKeys: String, CodingKey {
    case authorization
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(UserID.self, forKey: .id)
    name = container.tolerantly(String.self, .name)
    email = container.tolerantly(String.self, .email)
    isEmailVerified = container.tolerantly(Bool.self, .isEmailVerified)
    nickname = container.tolerantly(String.self, .nickname)
    givenName = container.tolerantly(String.self, .givenName)
    familyName = container.tolerantly(String.self, .familyName)
    username = container.tolerantly(String.self, .username)
    phoneNumber = container.tolerantly(String.self, .phoneNumber)
    isBlocked = container.tolerantly(Bool.self, .isBlocked) ?? false
    loginsCount = container.tolerantly(Int.self, .loginsCount)
    lastLogin = container.tolerantDate(.lastLogin)
    lastAddress = container.tolerantly(String.self, .lastAddress)
    createdAt = container.tolerantDate(.createdAt)
    updatedAt = container.tolerantDate(.updatedAt)
    identities = container.tolerantly([Identity].self, .identities) ?? []
    multifactor = container.tolerantly([String].self, .multifactor) ?? []
    let metadata = try? container.nestedContainer(
      keyedBy: AppMetadataKeys.self, forKey: .appMetadata)
    let traces = metadata?.tolerantly(AuthorizationExtensionTraces.self, .authorization)
    authorizationExtension = traces.flatMap { $0.entries.isEmpty ? nil : $0 }
  }
}
