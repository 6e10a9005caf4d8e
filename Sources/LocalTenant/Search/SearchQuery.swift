/// What a search asks of a user.
indirect enum SearchQuery: Sendable, Equatable {
  /// Every user.
  case everything
  /// A value; without a field, in any field of the profile.
  case term(field: String?, pattern: TextPattern)
  /// A value between two bounds.
  case range(field: String, SearchRange)
  /// A field that is there at all.
  case exists(field: String)
  case all([SearchQuery])
  case any([SearchQuery])
  case not(SearchQuery)
}

/// The two ends of a range; nil is an end that is left open.
struct SearchRange: Sendable, Equatable {
  /// One end of a range.
  struct Bound: Sendable, Equatable {
    var text: String
    var isInclusive: Bool
  }

  var lower: Bound?
  var upper: Bound?
}

/// A search that cannot be read, or asks for what the real API refuses.
struct SearchSyntaxError: Error, Sendable, Equatable {
  var problem: String

  /// A wildcard before fewer than three letters.
  static let shortWildcard = SearchSyntaxError(
    problem: "a leading wildcard needs at least 3 characters")
}
