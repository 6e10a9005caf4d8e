/// A refusal of the Authentication API, whose errors have a shape of their own.
struct OAuthError: Error, Sendable, Equatable {
  var status: Int
  var error: String
  var description: String

  init(_ status: Int, _ error: String, _ description: String) {
    self.status = status
    self.error = error
    self.description = description
  }

  /// The body of the answer.
  var body: JSON { ["error": .string(error), "error_description": .string(description)] }
}

extension OAuthError {
  /// 401 for credentials that are not those of the application.
  static let unauthorized = OAuthError(401, "access_denied", "Unauthorized")
  /// The refusal of scopes that the application does not have.
  static func ungranted(_ scopes: [String], status: Int) -> OAuthError {
    OAuthError(
      status, "access_denied",
      "Client has not been granted scopes: \(scopes.joined(separator: ", "))")
  }
  /// 400 for a request without something that it needs.
  static func missing(_ name: String) -> OAuthError {
    OAuthError(400, "invalid_request", "Missing required parameter: \(name)")
  }
}
