import AccessModel

extension Request {
  /// The same request for a page by offset, with the list's total.
  func page(_ page: Int, of perPage: Int) -> Request {
    var request = self
    request.query = Self.paging(page, perPage) + query
    return request
  }

  /// The same request for a page from a checkpoint on; from the list's beginning for `nil`.
  func take(_ count: Int, from cursor: String?) -> Request {
    var request = self
    request.query = [QueryItem("take", count)] + (cursor.map { [QueryItem("from", $0)] } ?? [])
    request.query += query
    return request
  }

  private static func paging(_ page: Int, _ perPage: Int) -> [QueryItem] {
    [
      QueryItem("page", page), QueryItem("per_page", perPage),
      QueryItem("include_totals", true),
    ]
  }
}
