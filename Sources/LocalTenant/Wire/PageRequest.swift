/// How much of a list a call asks for, by page.
struct PageRequest: Sendable, Equatable {
  var page: Int
  var perPage: Int
  var includeTotals: Bool

  /// The number of items before the page.
  var start: Int { page * perPage }

  private static let usualSize = 50

  /// Reads `page`, `per_page` and `include_totals` of a list that takes `per_page=0`, and answers it as is said.
  ///
  /// - Throws: 400 `invalid_query_string` for values that are not within the API's bounds.
  init(
    _ query: QueryParameters, pageOfNone: TenantConfiguration.Unknowns.PageOfNone
  ) throws(APIError) {
    try self.init(query, perPage: (pageOfNone == .badRequest ? 1 : 0)...100)
    if perPage == 0, pageOfNone == .usual { perPage = Self.usualSize }
  }

  /// Reads `page`, `per_page` and `include_totals`.
  ///
  /// - Throws: 400 `invalid_query_string` for values that are not within the API's bounds.
  init(
    _ query: QueryParameters, perPage sizes: ClosedRange<Int> = 1...100, pages: Int = .max
  ) throws(APIError) {
    // So that page times size cannot overflow.
    page =
      try query.integer(
        "page", in: 0...min(pages, 1_000_000_000),
        about: "Page index of the results to return. First page is 0") ?? 0
    perPage =
      try query.integer(
        "per_page", in: sizes, about: "Number of results per page. Defaults to 50")
      ?? Self.usualSize
    includeTotals =
      try query.boolean(
        "include_totals",
        about: "Return results inside an object that contains the total result count (true) or "
          + "as a direct array of results (false, default)") ?? false
  }

  /// Whether the page ends beyond the 1,000 records that can be paged through.
  var isBeyondWall: Bool { (page + 1) * perPage > 1000 }

  /// The items of `all` that are on the page.
  func slice<Items: RandomAccessCollection>(_ all: Items) -> Items.SubSequence {
    all.dropFirst(start).prefix(perPage)
  }

  /// The answer for one page, bare or in the envelope that most lists have:
  /// `{"roles":[...],"start":0,"limit":50,"total":1}`.
  func answer(_ items: [JSON], of total: Int, as name: String) -> APIAnswer {
    guard includeTotals else { return .ok(.array(items)) }
    return .ok(
      .object([
        JSON.Member(name, .array(items)),
        JSON.Member("start", .integer(start)),
        JSON.Member("limit", .integer(perPage)),
        JSON.Member("total", .integer(total)),
      ]))
  }
}
