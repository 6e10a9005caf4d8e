/// Which users `GET /api/v2/users` is asked for, and in which order.
package struct UserQuery: Hashable, Sendable {
  /// A field to sort by and a direction.
  package struct Sort: Hashable, Sendable {
    /// The field's name in the API, such as `last_login`.
    package var field: String
    /// Whether the largest comes first.
    package var isDescending: Bool

    /// An order.
    package init(field: String, isDescending: Bool = false) {
      self.field = field
      self.isDescending = isDescending
    }

    /// The order as the API spells it, such as `last_login:-1`.
    package var parameter: String { "\(field):\(isDescending ? -1 : 1)" }
  }

  /// The search in Lucene syntax; `nil` lists everybody.
  package var lucene: String?
  /// The order; `nil` leaves it to the tenant.
  package var sort: Sort?
  /// Which page, from 0.
  package var page: Int
  /// How many users a page holds at most: 1 to 100.
  package var perPage: Int

  /// A query for one page.
  package init(lucene: String? = nil, sort: Sort? = nil, page: Int = 0, perPage: Int = 100) {
    self.lucene = lucene
    self.sort = sort
    self.page = page
    self.perPage = perPage
  }

  /// How many users a search reaches, whatever its total: the API refuses to page further.
  package static let reachable = 1_000
}
