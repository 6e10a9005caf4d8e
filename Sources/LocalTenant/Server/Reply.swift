import HTTPTypes

/// An answer as it goes over the wire.
struct Reply: Sendable {
  var status: Int
  var headers: HTTPFields
  var body: [UInt8]

  init(status: Int, headers: HTTPFields = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// An answer in JSON; without a body where that is nil.
  init(status: Int, json: JSON?) {
    self.init(status: status)
    guard let json else { return }
    headers[.contentType] = "application/json; charset=utf-8"
    body = json.bytes
  }

  /// A page for a browser.
  init(status: Int, html: String) {
    self.init(status: status)
    headers[.contentType] = "text/html; charset=utf-8"
    body = Array(html.utf8)
  }

  /// A call that fails.
  init(_ error: APIError) {
    self.init(status: error.status.rawValue, json: error.body)
  }
}

extension HTTPField.Name {
  static let correlationID = named("x-correlation-id")
  static let link = named("link")
  static let requestID = named("x-request-id")
  static let rateLimitLimit = named("x-ratelimit-limit")
  static let rateLimitRemaining = named("x-ratelimit-remaining")
  static let rateLimitReset = named("x-ratelimit-reset")

  private static func named(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is a field name") }
    return name
  }
}
