/// A query made ready to be asked of entries of the log.
struct LogSearch: Sendable {
  private static let plainFields = [
    "log_id", "type", "description", "client_id", "client_name", "ip", "user_id", "user_name",
    "connection",
  ]

  /// Whether an entry is among those that the query asks for.
  let matches: @Sendable (LogEntry) -> Bool

  init(_ query: SearchQuery) {
    switch query {
    case .everything: matches = { _ in true }
    case .term(let field, let pattern):
      let matcher = FieldMatcher(pattern)
      let fields = field.map { [$0] } ?? Self.plainFields
      matches = { entry in
        fields.contains { entry.values(ofField: $0).contains(where: matcher.matches) }
      }
    case .range(let field, let range):
      let matcher = RangeMatcher(range)
      matches = { $0.values(ofField: field).contains(where: matcher.matches) }
    case .exists(let field): matches = { !$0.values(ofField: field).isEmpty }
    case .all(let queries):
      let parts = queries.map { LogSearch($0) }
      matches = { entry in parts.allSatisfy { $0.matches(entry) } }
    case .any(let queries):
      let parts = queries.map { LogSearch($0) }
      matches = { entry in parts.contains { $0.matches(entry) } }
    case .not(let query):
      let part = LogSearch(query)
      matches = { !part.matches($0) }
    }
  }
}
