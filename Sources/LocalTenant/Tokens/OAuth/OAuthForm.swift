/// The parameters of a call of the Authentication API, sent as a form or as JSON.
struct OAuthForm: Sendable, Equatable {
  private let values: [String: String]

  /// Reads a body, of which the first byte tells which it is.
  ///
  /// - Throws: 400 for a body that is neither.
  init(_ body: [UInt8]) throws(OAuthError) {
    guard body.first == UInt8(ascii: "{") else {
      guard let text = String(validating: body, as: UTF8.self) else { throw Self.unreadable }
      do {
        values = try QueryParameters(text[...]).lastValues
      } catch {
        throw Self.unreadable
      }
      return
    }
    guard case .object(let members)? = try? JSONReader.read(body) else { throw Self.unreadable }
    values = Dictionary(
      members.compactMap { member in member.value.string.map { (member.name, $0) } },
      uniquingKeysWith: { $1 })
  }

  /// A parameter; nil where it is not given or empty.
  subscript(name: String) -> String? {
    values[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A parameter that has to be there.
  func required(_ name: String) throws(OAuthError) -> String {
    guard let value = self[name] else { throw .missing(name) }
    return value
  }

  private static let unreadable = OAuthError(
    400, "invalid_request", "The request body cannot be read.")
}
