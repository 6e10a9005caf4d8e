import AccessModel

/// The answer of `GET /api/v2/user-blocks/{id}`: `{"blocked_for":[...]}`.
struct UserBlockList: Decodable, Hashable, Sendable {
  /// The blocks; none where the tenant sends none.
  var blocks: [UserBlock]

  private enum CodingKeys: String, CodingKey {
    case blocks = "blocked_for"
  }

  init(from decoder: any Decoder) throws {
    blocks =
      try decoder.container(keyedBy: CodingKeys.self)
      .decodeIfPresent([UserBlock].self, forKey: .blocks) ?? []
  }
}
