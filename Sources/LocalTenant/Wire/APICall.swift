/// A call as a route sees it: authorized, with its path and query taken apart.
struct APICall: Sendable {
  /// What the path's placeholders stand for, in order.
  var parameters: [String]
  var query: QueryParameters
  var body: [UInt8]
  /// What the token that came with the call permits.
  var grant: TokenGrant
}

extension APICall {
  /// The user id in the path.
  ///
  /// - Throws: 400 `invalid_uri` for anything that no user id looks like.
  func userID() throws(APIError) -> String {
    let id = parameters.first ?? ""
    let parts = id.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      throw APIError(
        .badRequest,
        "Path validation error: Object didn't pass validation for format user-id: \(id) "
          + "on property id (The user_id of the user to retrieve).",
        code: "invalid_uri")
    }
    return id
  }
}
