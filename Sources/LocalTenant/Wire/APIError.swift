/// A call that fails, with the body that the real API answers then.
struct APIError: Error, Sendable, Equatable {
  /// The statuses that a failing call can have.
  enum Status: Int, Sendable {
    case badRequest = 400
    case unauthorized = 401
    case forbidden = 403
    case notFound = 404
    case conflict = 409
    case payloadTooLarge = 413
    case uriTooLong = 414
    case tooManyRequests = 429
    case internalError = 500
    case badGateway = 502
    case serviceUnavailable = 503
    case gatewayTimeout = 504

    var phrase: String {
      switch self {
      case .badRequest: "Bad Request"
      case .unauthorized: "Unauthorized"
      case .forbidden: "Forbidden"
      case .notFound: "Not Found"
      case .conflict: "Conflict"
      case .payloadTooLarge: "Request Entity Too Large"
      case .uriTooLong: "Request-URI Too Long"
      case .tooManyRequests: "Too Many Requests"
      case .internalError: "Internal Server Error"
      case .badGateway: "Bad Gateway"
      case .serviceUnavailable: "Service Unavailable"
      case .gatewayTimeout: "Gateway Timeout"
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
  /// 414 for a request target that is too long.
  static let uriTooLong = APIError(.uriTooLong, "Request-URI Too Long")
  /// 429 for an empty bucket of a family of operations.
  static let tooManyOfAKind = APIError(
    .tooManyRequests,
    "Too many requests. Check the X-RateLimit-Limit, X-RateLimit-Remaining and X-RateLimit-Reset "
      + "headers.", code: "too_many_requests")
  /// 429 for an empty bucket of all operations.
  static let tooManyRequests = APIError(
    .tooManyRequests, "Global limit has been reached", code: "too_many_requests")
  /// 404 for a user that does not exist, in the words of the user's own path.
  static let inexistentUser = APIError(
    .notFound, "The user does not exist.", code: "inexistent_user")
  /// 404 for a user that does not exist, in the words of the lists below a user.
  static let userNotFound = APIError(.notFound, "User not found.", code: "inexistent_user")
  /// 404 for a role that does not exist.
  static let inexistentRole = APIError(.notFound, "The role does not exist.")
  /// 400 for a page past the first 1,000 items of a list that can be read from checkpoints.
  static func listWall(page: Int) -> APIError {
    APIError(
      .badRequest,
      "Requesting page \(page) exceeds the allowed maximum of 1000 records. To fetch results "
        + "beyond 1000, use the checkpoint pagination method.", code: "invalid_paging")
  }
  /// 404 for a role that does not exist, in the words of the list of its users.
  static let roleNotFound = APIError(.notFound, "Role not found.")
}
