import AccessModel

/// A record that says nothing but what every record says.
struct EmptyContent: Codable {}

/// That a journal began.
struct OpenedContent: Codable {
  /// The tenant's domain.
  var tenant: String
  /// Which version of this program.
  var version: String
  /// Where the damaged journal is that stood in its place; absent where there was none.
  var setAside: String?

  private enum CodingKeys: String, CodingKey {
    case tenant
    case version = "rolecall"
    case setAside = "set_aside"
  }
}

/// That records were emptied.
struct PurgedContent: Codable {
  /// What was asked: everything before a moment, or everything about one user, who is not named.
  var scope: JournalPurge.Scope
  /// The moment, where one was named.
  var before: Timestamp?
  /// Which records: first and last number of each stretch.
  var records: [[Int]]
  /// The plans whose runs are gone as a whole: they stay applied.
  var plans: [String]
  /// Who did it.
  var by: RunOperator
}
