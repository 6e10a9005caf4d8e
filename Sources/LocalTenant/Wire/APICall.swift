/// A call as a route sees it: authorized, with its path and query taken apart.
struct APICall: Sendable {
  /// What the path's placeholders stand for, in order.
  var parameters: [String]
  var query: QueryParameters
  var body: [UInt8]
  /// What the token that came with the call permits.
  var grant: TokenGrant
  /// The most characters that a user id in the path may have.
  var longestUserID: Int
}

extension APICall {
  /// The user id in the path.
  ///
  /// - Throws: 400 `invalid_uri` for anything that no user id looks like.
  func userID(at place: Int = 0) throws(APIError) -> String {
    let id = parameters.indices.contains(place) ? parameters[place] : ""
    let parts = id.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), id.count <= longestUserID
    else {
      throw APIError(
        .badRequest,
        "Path validation error: Object didn't pass validation for format user-id: \(id) "
          + "on property id (The user_id of the user to retrieve).",
        code: "invalid_uri")
    }
    return id
  }

  /// The query that a text spells.
  ///
  /// - Throws: 400 `invalid_query_string` for one that cannot be read, or that the API refuses.
  func searchQuery(_ text: String?, in store: TenantStore) throws(APIError) -> SearchQuery {
    do {
      return try SearchParser.parse(text ?? "")
    } catch {
      guard
        error != .shortWildcard || store.configuration.unknowns.wildcardRefusal == .explained
      else { throw APIError(.badRequest, "Bad Request") }
      throw .invalidQuery(
        "Invalid query: \(error.problem)", property: "q",
        about: "Query in Lucene query string syntax")
    }
  }
}
