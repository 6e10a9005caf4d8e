import AccessModel

/// A call of the Management API as a value: everything but the token and the host.
struct Request: Hashable, Sendable {
  /// What the call does to what its path names.
  typealias Method = Operation.Method

  /// A name and a value of the query, as they are meant.
  struct QueryItem: Hashable, Sendable {
    var name: String
    var value: String

    init(_ name: String, _ value: some LosslessStringConvertible) {
      self.name = name
      self.value = String(value)
    }
  }

  /// A line of the head.
  struct Header: Hashable, Sendable {
    var name: String
    var value: String
  }

  /// Which call this is.
  var operation: Operation
  var method: Method
  /// Where the path begins.
  var root = TenantEndpoint.path
  /// The segments after the root, as they are meant: `users`, `auth0|63d1`, `roles`.
  var path: [String]
  var query: [QueryItem] = []
  /// A body of JSON; `nil` for none.
  var body: [UInt8]?
  /// What the tenant's log names the call by.
  var correlation: String?

  /// The path and the query, encoded: each segment and each value within its place, whatever it holds.
  var target: String {
    let segments = path.map { PathSegment($0).encoded }.joined(separator: "/")
    let items = query.map { PathSegment($0.name).encoded + "=" + PathSegment($0.value).encoded }
    return root + segments + (items.isEmpty ? "" : "?")
      + items.joined(separator: "&")
  }

  /// Whether it may be sent again though it may have been carried out: what only reads.
  var isRepeatable: Bool { method == .get }

  /// The path, and the names of the query without their values, for the log.
  var redactedTarget: String {
    let segments = path.map { PathSegment($0).encoded }.joined(separator: "/")
    let items = query.map { PathSegment($0.name).encoded + "=…" }
    return TenantEndpoint.path + segments + (items.isEmpty ? "" : "?")
      + items.joined(separator: "&")
  }

  /// The head's lines that do not depend on the tenant, in the order of Auth0's documentation.
  var headers: [Header] {
    var headers = [Header(name: "accept", value: "application/json")]
    if body != nil { headers.append(Header(name: "content-type", value: "application/json")) }
    if method != .get { headers.append(Header(name: "cache-control", value: "no-cache")) }
    if let correlation { headers.append(Header(name: "X-Correlation-ID", value: correlation)) }
    return headers
  }
}
