/// A call that fails, with the body that the real API answers then.
struct APIError: Error, Sendable, Equatable {
  /// The statuses that a failing call can have.
  enum Status: Int, Sendable {
    case badRequest = 400
    case unauthorized = 401
    case forbidden = 403
    case notFound = 404
    case payloadTooLarge = 413
    case tooManyRequests = 429

    var phrase: String {
      switch self {
      case .badRequest: "Bad Request"
      case .unauthorized: "Unauthorized"
      case .forbidden: "Forbidden"
      case .notFound: "Not Found"
      case .payloadTooLarge: "Request Entity Too Large"
      case .tooManyRequests: "Too Many Requests"
      }
    }
  }

  var status: Status
  var message: String
  /// What a program is to switch on; the real API leaves it out for some failures.
  var errorCode: String?
  /// The member that 401 bodies bear besides.
  var attribute: String?

  init(_ status: Status, _ message: String, code: String? = nil, attribute: String? = nil) {
    self.status = status
    self.message = message
    self.errorCode = code
    self.attribute = attribute
  }

  /// The body of the answer.
  var body: JSON {
    var members = [
      JSON.Member("statusCode", .integer(status.rawValue)),
      JSON.Member("error", .string(status.phrase)),
      JSON.Member("message", .string(message)),
    ]
    if let attribute { members.append(JSON.Member("attributes", ["error": .string(attribute)])) }
    if let errorCode { members.append(JSON.Member("errorCode", .string(errorCode))) }
    return .object(members)
  }
}

extension APIError {
  /// 404 for a path, or a method on it, that the API does not have.
  static let unknownPath = APIError(.notFound, "Not Found")
  /// 413 for a body over 1 MB.
  static let payloadTooLarge = APIError(
    .payloadTooLarge, "Payload content length greater than maximum allowed: 1048576")
  /// 429 for an empty bucket.
  static let tooManyRequests = APIError(
    .tooManyRequests, "Global limit has been reached", code: "too_many_requests")
  /// 404 for a user that does not exist, in the words of the user's own path.
  static let inexistentUser = APIError(
    .notFound, "The user does not exist.", code: "inexistent_user")
  /// 404 for a user that does not exist, in the words of the lists below a user.
  static let userNotFound = APIError(.notFound, "User not found.", code: "inexistent_user")
  /// 404 for a role that does not exist.
  static let inexistentRole = APIError(.notFound, "The role does not exist.")
  /// 404 for a role that does not exist, in the words of the list of its users.
  static let roleNotFound = APIError(.notFound, "Role not found.")
}
