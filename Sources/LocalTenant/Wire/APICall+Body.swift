extension APICall {
  /// The body, which may have these members and no others.
  ///
  /// - Throws: 400 `invalid_body` for anything but such an object, unless there is no body at all
  ///   and that is allowed.
  func bodyObject(
    _ names: Set<String>, required: [String] = [], allowsNone: Bool = false
  ) throws(APIError) -> BodyObject {
    if body.isEmpty, allowsNone { return BodyObject(members: []) }
    let body = try jsonBody()
    guard case .object(let members) = body else {
      throw .invalidBody("'Expected type object but found type \(body.typeName)'")
    }
    for name in required where !members.contains(where: { $0.name == name }) {
      throw .invalidBody("'Missing required property: \(name)'")
    }
    if let stranger = members.first(where: { !names.contains($0.name) }) {
      throw .invalidBody("'Additional properties not allowed: \(stranger.name)'")
    }
    return BodyObject(members: members)
  }

  /// The items of the only member that the body may have.
  ///
  /// - Throws: 400 `invalid_body` unless the body is an object with an array of at least `minimum`
  ///   items there, in the words of the real API's schema validation.
  func bodyArray(
    _ name: String, minimum: Int = 1, about: String
  ) throws(APIError) -> [JSON] {
    let body = try bodyObject([name], required: [name])
    guard let value = body[name] else {
      throw .invalidBody("'Missing required property: \(name)'")
    }
    guard let items = value.array else {
      throw .invalidBody(
        "'Expected type array but found type \(value.typeName)' on property \(name) (\(about))")
    }
    guard items.count >= minimum else {
      throw .invalidBody(
        "'Array is too short (\(items.count)), minimum \(minimum)' on property \(name) (\(about))")
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
