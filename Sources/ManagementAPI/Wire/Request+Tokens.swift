import AccessModel
import FoundationEssentials

extension Request {
  /// The exchange of a grant for a token, outside of the Management API's own paths.
  ///
  /// - Throws: `APIError` of `badRequest` without a status where the grant cannot be written.
  static func token(for grant: TokenGrant) throws(APIError) -> Request {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      let body = try encoder.encode(grant.parameters.mapValues(\.exposed))
      return Request(
        operation: .getToken, method: .post, root: "/oauth/", path: ["token"], body: Array(body))
    } catch {
      throw APIError(.badRequest, .getToken, message: "the grant cannot be written")
    }
  }
}
