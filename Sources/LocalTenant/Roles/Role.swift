/// A role of the tenant.
struct Role: Sendable, Equatable, Codable {
  /// `rol_` and 16 letters or digits.
  var id: String
  var name: String
  var description: String
  var permissions: [Permission]

  /// The role as the API answers it, and nothing more: `{"id","name","description"}`.
  var json: JSON {
    ["id": .string(id), "name": .string(name), "description": .string(description)]
  }

  /// Whether a text has the form of a role's id.
  static func isWellFormed(_ id: String) -> Bool {
    let parts = id.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "rol", parts[1].utf8.count == 16 else { return false }
    return parts[1].utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        true
      default: false
      }
    }
  }
}
