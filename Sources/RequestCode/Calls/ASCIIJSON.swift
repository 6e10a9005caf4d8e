import AccessModel

/// A JSON text in visible ASCII on one line, without an apostrophe and without a backtick.
///
/// In valid JSON whatever else there is stands in a string, where `\u` and four digits say the same.
struct ASCIIJSON: Hashable, Sendable {
  /// The text.
  let text: String

  /// Rewrites a valid JSON text; between its tokens control characters can only be white space.
  init(_ text: String) {
    self.text = text.utf16.map { $0 < 0x20 ? " " : Self.spelled($0) }.joined()
  }

  /// An object with the ids of roles, in their order: `{"roles":["rol_a","rol_b"]}`.
  init(roles: [RoleID]) {
    let ids = roles.map { Self.string($0.rawValue) }
    text = "{\"roles\":[\(ids.joined(separator: ","))]}"
  }

  /// An object with permissions, each by its API's identifier and its name.
  init(permissions: [Permission.Key]) {
    let items = permissions.map {
      "{\"permission_name\":\(Self.string($0.name)),"
        + "\"resource_server_identifier\":\(Self.string($0.api))}"
    }
    text = "{\"permissions\":[\(items.joined(separator: ","))]}"
  }

  /// An object with how an API treats roles; a dialect that stays as it is is left out.
  init(_ setting: RBACSetting) {
    let dialect = setting.tokenDialect.map { ",\"token_dialect\":\(Self.string($0))" } ?? ""
    text = "{\"enforce_policies\":\(setting.enforcesPolicies)\(dialect)}"
  }

  /// A text as a string of JSON, quotes included.
  private static func string(_ text: String) -> String {
    let units = text.utf16.map { unit in
      unit == 0x22 || unit == 0x5C ? escape(unit) : spelled(unit)
    }
    return "\"\(units.joined())\""
  }

  /// A unit as itself where every language can hold it, else escaped.
  private static func spelled(_ unit: UInt16) -> String {
    let isPlain = (0x20...0x7E).contains(unit) && unit != 0x27 && unit != 0x60
    guard isPlain, let scalar = Unicode.Scalar(unit) else { return escape(unit) }
    return String(scalar)
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
