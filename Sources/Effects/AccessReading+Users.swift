import AccessModel
import ManagementAPI

extension AccessReading {
  /// What a search says of users, by id; those that it does not know are left out.
  ///
  /// - Parameter ids: At most 100 users.
  func users(withIDs ids: [UserID]) async throws -> [User] {
    guard !ids.isEmpty else { return [] }
    let phrases = ids.map { Self.phrase($0.rawValue) }.joined(separator: " OR ")
    return try await users(
      UserQuery(lucene: "user_id:(\(phrases))", page: 0, perPage: min(100, ids.count))
    ).items
  }

  /// A text as Lucene takes it literally.
  private static func phrase(_ text: String) -> String {
    var phrase = "\""
    for character in text {
      if character == "\"" || character == "\\" { phrase.append("\\") }
      phrase.append(character)
    }
    return phrase + "\""
  }
}
