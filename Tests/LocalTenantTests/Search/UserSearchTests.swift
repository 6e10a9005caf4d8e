import Testing

@testable import LocalTenant

@Suite("Searching users")
struct UserSearchTests {
  private static func user(
    _ id: String, name: String? = nil, email: String? = nil, logins: Int? = nil,
    lastLogin: String? = nil, created: String = "2024-01-01", blocked: Bool? = nil,
    appMetadata: JSON? = nil, userMetadata: JSON? = nil
  ) -> User {
    let moment = TimeSpan(created)?.start ?? Timestamp(milliseconds: 0)
    return User(
      id: id, email: email, isEmailVerified: true, name: name,
      nickname: email?.split(separator: "@").first.map(String.init), isBlocked: blocked,
      identities: [
        Identity(connection: "acme-saml", userID: id, provider: "samlp", isSocial: false)
      ], createdAt: moment, updatedAt: moment, lastLogin: lastLogin.flatMap { TimeSpan($0)?.start },
      loginsCount: logins, appMetadata: appMetadata, userMetadata: userMetadata)
  }

  private static let directory = UserDirectory([
    user(
      "auth0|1", name: "Ana Lima", email: "ana@acme.example", logins: 48,
      lastLogin: "2025-12-31T23:30", blocked: false,
      appMetadata: ["department": "Finance", "tags": ["a", "b"], "level": 3]),
    user(
      "auth0|2", name: "Anaïs Dupont", email: "Dupont@acme.example", logins: 5,
      lastLogin: "2026-01-01", created: "2024-02-01", userMetadata: ["theme": "dark"]),
    user("sms|3", name: "ÉLODIE Ana", blocked: true),
    user("auth0|4", email: "bob.hanabi@mail.example", logins: 100, created: "2024-03-01"),
  ])

  @Test(
    "A search finds those whom it asks for",
    arguments: [
      ("", [0, 1, 2, 3]), ("name:\"ana lima\"", [0]), ("name:ana", []), ("name:ana*", [0, 1]),
      ("name:*ana*", [0, 1, 2]), ("name:*LIMA", [0]), ("name:ana*ma", [0]), ("name:an?*", [0, 1]),
      ("name:*ana?lima", [0]), ("name:élodie*", [2]), ("email:dupont@ACME.example", [1]),
      ("*ana*", [0, 1, 2, 3]), ("ana", [0]), ("auth0|4", [3]), ("dupont", [1]),
      ("user_id:AUTH0*", []), ("user_id:auth0*", [0, 1, 3]), ("logins_count:5", [1]),
      ("logins_count:[48 TO *]", [0, 3]), ("logins_count:{48 TO *]", [3]),
      ("logins_count:<48", [1]),
      ("last_login:[2025-12-01 TO 2025-12-31]", [0]), ("last_login:{2025-12-31 TO *]", [1]),
      ("last_login:[* TO 2025-12-31}", []), ("last_login:2026-01-01", [1]),
      ("created_at:2024*", [0, 1, 2, 3]), ("created_at:[2024-02 TO 2024-03]", [1, 3]),
      ("_exists_:last_login", [0, 1]), ("NOT _exists_:email", [2]), ("blocked:true", [2]),
      ("blocked:false", [0]), ("-blocked:true AND _exists_:name", [0, 1]),
      ("app_metadata.department:Finance", [0]), ("app_metadata.department:finance", []),
      ("app_metadata.tags:b", [0]), ("app_metadata.level:[2 TO 4]", [0]),
      ("user_metadata.theme:\"dark\"", [1]), ("_exists_:user_metadata", [1]), ("dark", []),
      ("identities.connection:\"acme-saml\"", [0, 1, 2, 3]), ("email.domain:mail.example", [3]),
      ("roles:x", []), ("name:[a TO b]", [0, 1]), ("name:ana* NOT email:dupont*", [0]),
      ("email_verified:true", [0, 1, 3]),
      ("name:an* OR email:bo* OR nickname:zz*", [0, 1, 3]),
    ])
  func found(query: String, expected: [Int]) throws {
    let query = try SearchParser.parse(query)
    #expect(Self.directory.rows(query) == expected)
  }

  @Test(
    "A sort puts users without the field last, and leaves ties as they are",
    arguments: [
      ("name:1", [0, 1, 2, 3]), ("name:-1", [2, 1, 0, 3]), ("logins_count:1", [1, 0, 3, 2]),
      ("logins_count:-1", [3, 0, 1, 2]), ("created_at:-1", [3, 1, 0, 2]),
      ("last_login:1", [0, 1, 2, 3]), ("email:1", [0, 3, 1, 2]), ("nothing:1", [0, 1, 2, 3]),
    ])
  func sorted(sort: String, expected: [Int]) throws {
    let sort = try #require(UserSort(sort))
    #expect(Self.directory.search(.everything, sortedBy: sort, first: 100).rows == expected)
  }

  @Test(
    "What is no sort is none", arguments: ["", "name", "name:", "name:2", ":1", "a b:1", "n:1:1"])
  func noSort(text: String) {
    #expect(UserSort(text) == nil)
  }

  @Test("A user with another name is found by it, and no more by the old one")
  func renamed() throws {
    var directory = Self.directory
    var user = try #require(directory["auth0|1"])
    user.name = "Zoë"
    directory.replace(user)
    #expect(directory.rows(try SearchParser.parse("name:zoë")) == [0])
    #expect(directory.rows(try SearchParser.parse("name:*lima")) == [])
    let isRemoved = directory.remove("auth0|1")
    #expect(isRemoved)
    #expect(directory.rows(try SearchParser.parse("auth0|2")) == [0])
    let isRemovedAgain = directory.remove("auth0|1")
    #expect(!isRemovedAgain)
  }
}

extension UserDirectory {
  fileprivate func rows(_ query: SearchQuery) -> [Int] {
    search(query, sortedBy: nil, first: 100).rows
  }
}
