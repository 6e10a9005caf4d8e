import FoundationEssentials

@testable import LocalTenant

/// An answer as it came over the wire.
struct RawResponse: Sendable {
  var status: Int
  /// By name in lower case.
  var headers: [String: String]
  var body: [UInt8]

  /// Reads the bytes that a server sent until it closed the connection.
  init(_ bytes: [UInt8]) throws {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { throw NoResponse() }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    guard let statusLine = lines.first?.split(separator: " "), statusLine.count >= 2,
      let status = Int(statusLine[1])
    else { throw NoResponse() }
    self.status = status
    headers = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard let name = parts.first else { continue }
      headers[name.lowercased()] = parts.count > 1 ? String(parts[1].dropFirst()) : ""
    }
    body = Array(bytes[end.upperBound...])
  }

  struct NoResponse: Error {}

  /// The body as text.
  var text: String { String(decoding: body, as: UTF8.self) }

  /// The body as a value of a type that the tests declare themselves.
  func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Value.self, from: Data(body))
  }
}
