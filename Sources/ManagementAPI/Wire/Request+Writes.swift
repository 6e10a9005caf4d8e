import AccessModel
import FoundationEssentials

extension Request {
  /// The removal of roles from a user.
  ///
  /// - Throws: `APIError` of `badRequest` without a status where there is nothing to send.
  static func removeRoles(
    _ roles: [RoleID], fromUser user: UserID, correlation: String
  ) throws(APIError) -> Request {
    guard !roles.isEmpty else {
      throw APIError(.badRequest, .removeUserRoles, message: "no role was named")
    }
    guard isHeaderValue(correlation) else {
      throw APIError(.badRequest, .removeUserRoles, message: "the correlation id is not plain text")
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let body: Data
    do {
      body = try encoder.encode(["roles": roles])
    } catch {
      throw APIError(.badRequest, .removeUserRoles, message: "the role ids cannot be written")
    }
    return Request(
      operation: .removeUserRoles, method: .delete, path: ["users", user.rawValue, "roles"],
      body: Array(body), correlation: correlation)
  }

  /// Whether a text is 1 to 64 visible ASCII characters: what the tenant keeps of a correlation id.
  private static func isHeaderValue(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}
