/// A request as the tenant received it, and what it answered.
package struct RecordedRequest: Sendable, Equatable {
  /// One field of the request's head.
  package struct Header: Sendable, Equatable {
    /// The field's name in lower case.
    package var name: String
    /// The field's value as it was sent.
    package var value: String
  }

  /// The method, as it was sent.
  package var method: String
  /// The path with the query, as it was sent: nothing in it is decoded.
  package var path: String
  /// Every field of the head but `authorization`, in the order in which they were sent.
  package var headers: [Header]
  /// The bytes of the body; empty where there was none, and for one that was too large.
  package var body: [UInt8]
  /// The status that was answered.
  package var status: Int

  /// The value of the first field with this name, which is compared without regard to case.
  package func header(_ name: String) -> String? {
    let folded = name.lowercased()
    return headers.first { $0.name == folded }?.value
  }
}
