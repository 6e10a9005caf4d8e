/// The body of a call, which is an object with members that the operation knows.
struct BodyObject: Sendable, Equatable {
  var members: [JSON.Member]

  /// The value of a member, if it is there.
  subscript(name: String) -> JSON? { members.first { $0.name == name }?.value }

  /// Whether a member is there, if only as null.
  func has(_ name: String) -> Bool { self[name] != nil }

  /// A text.
  func string(_ name: String, in lengths: ClosedRange<Int>? = nil) throws(APIError) -> String? {
    guard let value = self[name] else { return nil }
    guard let text = value.string else { throw .wrongType("string", value, name) }
    if let lengths {
      guard text.count >= lengths.lowerBound else {
        throw .invalidBody(
          "'String is too short (\(text.count) chars), minimum \(lengths.lowerBound)' on property "
            + name)
      }
      guard text.count <= lengths.upperBound else {
        throw .invalidBody(
          "'String is too long (\(text.count) chars), maximum \(lengths.upperBound)' on property "
            + name)
      }
    }
    return text
  }

  /// A truth value.
  func bool(_ name: String) throws(APIError) -> Bool? {
    guard let value = self[name] else { return nil }
    guard case .bool(let bool) = value else { throw .wrongType("boolean", value, name) }
    return bool
  }

  /// A whole number.
  func integer(_ name: String, in range: ClosedRange<Int>) throws(APIError) -> Int? {
    guard let value = self[name] else { return nil }
    guard case .integer(let number) = value else { throw .wrongType("integer", value, name) }
    guard range.contains(number) else {
      let bound = number < range.lowerBound ? range.lowerBound : range.upperBound
      let words = number < range.lowerBound ? "less than minimum" : "greater than maximum"
      throw .invalidBody("'Value \(number) is \(words) \(bound)' on property \(name)")
    }
    return number
  }

  /// A list.
  func array(_ name: String) throws(APIError) -> [JSON]? {
    guard let value = self[name] else { return nil }
    guard let items = value.array else { throw .wrongType("array", value, name) }
    return items
  }

  /// An object.
  func object(_ name: String) throws(APIError) -> [JSON.Member]? {
    guard let value = self[name] else { return nil }
    guard case .object(let members) = value else { throw .wrongType("object", value, name) }
    return members
  }
}

extension APIError {
  fileprivate static func wrongType(_ type: String, _ value: JSON, _ name: String) -> APIError {
    .invalidBody("'Expected type \(type) but found type \(value.typeName)' on property \(name)")
  }
}
