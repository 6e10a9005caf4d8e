/// What a JSON value is to look like, as far as the API's schema says it.
indirect enum JSONShape: Sendable {
  case bool
  /// A text of so many characters.
  case text(ClosedRange<Int>)
  /// One of several texts.
  case word([String])
  /// An array of anything.
  case list
  /// An object with these members and no others.
  case object([Field])
  /// An object with these members among others.
  case openObject([Field])
  /// Null, or what has another shape.
  case orNull(JSONShape)

  /// A member of an object.
  struct Field: Sendable {
    var name: String
    var shape: JSONShape
    var isRequired: Bool

    init(_ name: String, _ shape: JSONShape, isRequired: Bool = true) {
      self.name = name
      self.shape = shape
      self.isRequired = isRequired
    }
  }

  /// Lets a value pass that has the shape.
  ///
  /// - Parameter path: Where in the body the value stands.
  /// - Throws: 400 `invalid_body` in the words of the real API's schema validation.
  func check(_ value: JSON, at path: String) throws(APIError) {
    switch self {
    case .orNull(let shape):
      if value != .null { try shape.check(value, at: path) }
    case .bool:
      guard case .bool = value else { throw Self.wrongType("boolean", value, path) }
    case .list:
      guard case .array = value else { throw Self.wrongType("array", value, path) }
    case .text(let lengths):
      guard let text = value.string else { throw Self.wrongType("string", value, path) }
      guard text.count >= lengths.lowerBound else {
        throw .invalidBody(
          "'String is too short (\(text.count) chars), minimum \(lengths.lowerBound)' on property "
            + path)
      }
      guard text.count <= lengths.upperBound else {
        throw .invalidBody(
          "'String is too long (\(text.count) chars), maximum \(lengths.upperBound)' on property "
            + path)
      }
    case .word(let words):
      guard let text = value.string else { throw Self.wrongType("string", value, path) }
      guard words.contains(text) else {
        throw .invalidBody("'No enum match for: \(text)' on property \(path)")
      }
    case .object(let fields):
      let members = try Self.members(value, path)
      if let stranger = members.first(where: { member in
        !fields.contains { $0.name == member.name }
      }) {
        throw .invalidBody(
          "'Additional properties not allowed: \(stranger.name)' on property \(path)")
      }
      try Self.check(fields, in: value, path)
    case .openObject(let fields):
      _ = try Self.members(value, path)
      try Self.check(fields, in: value, path)
    }
  }

  private static func check(_ fields: [Field], in object: JSON, _ path: String) throws(APIError) {
    for field in fields {
      if let value = object[field.name] {
        try field.shape.check(value, at: "\(path).\(field.name)")
      } else if field.isRequired {
        throw .invalidBody("'Missing required property: \(field.name)' on property \(path)")
      }
    }
  }

  private static func members(_ value: JSON, _ path: String) throws(APIError) -> [JSON.Member] {
    guard case .object(let members) = value else { throw wrongType("object", value, path) }
    return members
  }

  private static func wrongType(_ type: String, _ value: JSON, _ path: String) -> APIError {
    .invalidBody("'Expected type \(type) but found type \(value.typeName)' on property \(path)")
  }
}
