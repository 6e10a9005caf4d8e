/// The path and the query of a request, taken apart.
struct RequestTarget: Sendable, Equatable {
  /// The segments of the path, decoded one by one: an escaped slash stays within its segment.
  let segments: [String]
  let query: QueryParameters

  /// Reads a request target in origin form, such as `/api/v2/users/auth0%7C1?page=0`.
  ///
  /// - Throws: 400 where an escape in it is broken or does not spell UTF-8.
  init(_ target: String) throws(APIError) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var segments: [String] = []
    for segment in (parts.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
      .dropFirst()
    {
      guard let decoded = String(segment).percentDecoded() else { throw .malformedTarget }
      segments.append(decoded)
    }
    self.segments = segments
    query = try QueryParameters(parts.count > 1 ? parts[1] : "")
  }
}

extension APIError {
  /// 400 for a request target that cannot be decoded.
  static let malformedTarget = APIError(.badRequest, "Bad Request")
}
