/// A query made ready to be asked of every user of a directory.
struct UserSearch: Sendable {
  /// The fields that a word without a field is looked for in.
  private static let profileFields = [
    "email", "name", "given_name", "family_name", "nickname", "user_id", "username",
    "phone_number", "identities.user_id",
  ]

  private let matches: @Sendable (Int) -> Bool

  init(_ query: SearchQuery, in directory: UserDirectory) {
    matches = Self.predicate(query, directory)
  }

  /// Whether the user of this row is among those that the query asks for.
  func matches(row: Int) -> Bool { matches(row) }

  private static func predicate(
    _ query: SearchQuery, _ directory: UserDirectory
  ) -> @Sendable (Int) -> Bool {
    switch query {
    case .everything: return { _ in true }
    case .term(nil, let pattern):
      let parts = profileFields.map { term($0, pattern, directory) }
      return { row in parts.contains { $0(row) } }
    case .term(let field?, let pattern): return term(field, pattern, directory)
    case .range(let field, let range): return predicate(range, field, directory)
    case .exists(let field):
      if let folded = SearchIndex.Field(rawValue: field) {
        let column = directory.index[folded]
        return { row in column[row] != nil }
      }
      return { row in !directory.users[row].values(ofField: field).isEmpty }
    case .all(let queries):
      let parts = queries.map { predicate($0, directory) }
      return { row in parts.allSatisfy { $0(row) } }
    case .any(let queries):
      let parts = queries.map { predicate($0, directory) }
      return { row in parts.contains { $0(row) } }
    case .not(let query):
      let part = predicate(query, directory)
      return { row in !part(row) }
    }
  }

  private static func term(
    _ field: String, _ pattern: TextPattern, _ directory: UserDirectory
  ) -> @Sendable (Int) -> Bool {
    if let folded = SearchIndex.Field(rawValue: field) {
      let column = directory.index[folded]
      let matcher = TextMatcher(pattern, isFolded: true)
      return { row in column[row].map(matcher.matches) ?? false }
    }
    let matcher = FieldMatcher(pattern)
    return { row in directory.users[row].values(ofField: field).contains(where: matcher.matches) }
  }

  private static func predicate(
    _ range: SearchRange, _ field: String, _ directory: UserDirectory
  ) -> @Sendable (Int) -> Bool {
    if let folded = SearchIndex.Field(rawValue: field) {
      let column = directory.index[folded]
      let matcher = RangeMatcher(range.folded)
      return { row in
        column[row].map { matcher.matches(text: String(decoding: $0, as: UTF8.self)) } ?? false
      }
    }
    let matcher = RangeMatcher(range)
    return { row in directory.users[row].values(ofField: field).contains(where: matcher.matches) }
  }
}

extension SearchRange {
  fileprivate var folded: SearchRange {
    SearchRange(
      lower: lower.map { Bound(text: $0.text.lowercased(), isInclusive: $0.isInclusive) },
      upper: upper.map { Bound(text: $0.text.lowercased(), isInclusive: $0.isInclusive) })
  }
}
