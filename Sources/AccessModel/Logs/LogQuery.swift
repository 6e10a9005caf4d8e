/// Which entries `GET /api/v2/logs` is asked for, and in which order.
package struct LogQuery: Hashable, Sendable {
  /// The search in Lucene syntax, such as `type:sapi`; `nil` lists everything.
  package var lucene: String?
  /// Whether the oldest comes first.
  package var isOldestFirst: Bool
  /// Which page, from 0.
  package var page: Int
  /// How many entries a page holds at most: 1 to 100.
  package var perPage: Int

  /// A query for one page.
  package init(
    lucene: String? = nil, isOldestFirst: Bool = false, page: Int = 0, perPage: Int = 100
  ) {
    self.lucene = lucene
    self.isOldestFirst = isOldestFirst
    self.page = page
    self.perPage = perPage
  }
}
