/// What a ``LoopbackServer`` sends for one call, byte for byte, and what it does then.
struct Reply: Hashable, Sendable {
  enum Ending: Hashable, Sendable {
    /// Waits for the next call on the same connection.
    case keepAlive
    /// Closes the connection.
    case close
    /// Sends nothing more until the client closes.
    case silence
  }

  /// The request line that the call must have, such as `GET /api/v2/users HTTP/1.1`.
  var expected: String
  var bytes: [UInt8]
  var ending: Ending

  /// Bytes as given.
  init(to expected: String, raw: String, then ending: Ending = .keepAlive) {
    self.expected = expected + " HTTP/1.1"
    self.bytes = Array(raw.utf8)
    self.ending = ending
  }

  /// A whole answer with a body of known length.
  init(
    to expected: String, _ status: Int = 200, _ body: String = "", headers: [String] = [],
    type: String = "application/json; charset=utf-8", then ending: Ending = .keepAlive
  ) {
    var lines = ["HTTP/1.1 \(status) Status"]
    if status != 204 { lines += ["content-type: \(type)", "content-length: \(body.utf8.count)"] }
    lines += headers
    self.init(to: expected, raw: lines.joined(separator: "\r\n") + "\r\n\r\n" + body, then: ending)
  }
}
