extension APICall {
  /// The items of the only member that the body may have.
  ///
  /// - Throws: 400 `invalid_body` unless the body is an object with a non-empty array there, in
  ///   the words of the real API's schema validation.
  func bodyArray(_ name: String, about: String) throws(APIError) -> [JSON] {
    let body = try jsonBody()
    guard case .object(let members) = body else {
      throw .invalidBody("'Expected type object but found type \(body.typeName)'")
    }
    guard let value = body[name] else {
      throw .invalidBody("'Missing required property: \(name)'")
    }
    if let stranger = members.first(where: { $0.name != name }) {
      throw .invalidBody("'Additional properties not allowed: \(stranger.name)'")
    }
    guard let items = value.array else {
      throw .invalidBody(
        "'Expected type array but found type \(value.typeName)' on property \(name) (\(about))")
    }
    guard !items.isEmpty else {
      throw .invalidBody("'Array is too short (0), minimum 1' on property \(name) (\(about))")
    }
    return items
  }

  /// The body; none at all counts as null.
  private func jsonBody() throws(APIError) -> JSON {
    guard !body.isEmpty else { return .null }
    do {
      return try JSONReader.read(body)
    } catch {
      throw APIError(
        .badRequest, "Invalid request payload JSON format", code: "invalid_body")
    }
  }
}

extension APIError {
  /// 400 in the words of the real API's schema validation.
  static func invalidBody(_ problem: String) -> APIError {
    APIError(.badRequest, "Payload validation error: \(problem).", code: "invalid_body")
  }

  /// 400 for a value that has not the form of what it stands for.
  static let invalidPayloadInput = APIError(
    .badRequest, "Invalid request payload input", code: "invalid_body")
}
