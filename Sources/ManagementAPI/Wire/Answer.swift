import FoundationEssentials

/// A tenant's answer to a ``Request``, whole.
struct Answer: Hashable, Sendable {
  var status: Int
  /// The head's lines by name in lower case; the first where a name stands twice.
  var headers: [String: String]
  /// The body, decompressed.
  var body: [UInt8]
  /// When the head arrived, by this machine's clock.
  var receivedAt: Date

  init(status: Int, headers: [String: String] = [:], body: [UInt8] = [], receivedAt: Date) {
    self.status = status
    self.headers = headers
    self.body = body
    self.receivedAt = receivedAt
  }

  /// Whether the tenant did what was asked: any 2xx, for the documented one is not always what comes.
  var isSuccess: Bool { (200..<300).contains(status) }
}
