import HTTPTypes
import Hummingbird

/// A request that was received whole.
struct IncomingRequest: Sendable {
  var method: String
  /// The path with the query, as it was sent.
  var target: String
  var headers: HTTPFields
  /// Nil for a body that is too large.
  var body: [UInt8]?

  init(_ request: Request, body: [UInt8]?) {
    method = request.method.rawValue
    target = request.head.path ?? ""
    headers = request.headers
    self.body = body
  }

  /// The path alone, as it was sent.
  var path: String { String(target.prefix { $0 != "?" }) }
}
