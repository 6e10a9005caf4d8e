import AccessModel
import FoundationEssentials

extension Request {
  /// A call of an operation that needs no body.
  ///
  /// - Parameters:
  ///   - operation: What it does; decides on method and path.
  ///   - ids: What stands in the path's braces, in order.
  ///   - query: The query.
  ///   - correlation: What the tenant's log names a write by.
  /// - Throws: `APIError` of `badRequest` without a status for an empty id, whose path would be that of
  ///   another call, and for a correlation that no header can hold.
  init(
    _ operation: Operation, _ ids: [String] = [], query: [QueryItem] = [],
    correlation: String? = nil
  ) throws(APIError) {
    var rest = ids[...]
    var path: [String] = []
    for part in operation.pathTemplate.split(separator: "/") {
      guard part.hasPrefix("{") else {
        path.append(String(part))
        continue
      }
      guard let id = rest.popFirst(), !id.isEmpty else {
        throw APIError(.badRequest, operation, message: "the id is empty")
      }
      path.append(id)
    }
    if let correlation, !Self.isHeaderValue(correlation) {
      throw APIError(.badRequest, operation, message: "the correlation id is not plain text")
    }
    self.init(
      operation: operation, method: operation.method, path: path, query: query,
      correlation: correlation)
  }

  /// A call of an operation with a body of JSON: keys sorted, slashes as they are.
  ///
  /// - Throws: As the initializer without a body, and for a body that cannot be written.
  init(
    _ operation: Operation, _ ids: [String] = [], body: some Encodable, correlation: String? = nil
  ) throws(APIError) {
    try self.init(operation, ids, correlation: correlation)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    do {
      self.body = Array(try encoder.encode(body))
    } catch {
      throw APIError(.badRequest, operation, message: "the body cannot be written")
    }
  }

  /// Whether a text is 1 to 64 visible ASCII characters: what the tenant keeps of a correlation id.
  private static func isHeaderValue(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}
