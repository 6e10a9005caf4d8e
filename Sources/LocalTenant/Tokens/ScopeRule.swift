/// The scopes that a route asks for.
enum ScopeRule: Sendable, Equatable {
  case anyOf([String])
  case allOf([String])

  /// Lets a grant pass that has the scopes.
  ///
  /// - Throws: 403 `insufficient_scope`, naming the scopes, for one that has not.
  func check(_ grant: TokenGrant) throws(APIError) {
    switch self {
    case .anyOf(let scopes):
      guard scopes.contains(where: grant.scopes.contains) else {
        throw .insufficientScope("any of: \(scopes.joined(separator: ","))")
      }
    case .allOf(let scopes):
      guard scopes.allSatisfy(grant.scopes.contains) else {
        throw .insufficientScope("all of: \(scopes.joined(separator: ","))")
      }
    }
  }
}

extension APIError {
  fileprivate static func insufficientScope(_ expected: String) -> APIError {
    APIError(
      .forbidden, "Insufficient scope, expected \(expected)", code: "insufficient_scope")
  }
}
