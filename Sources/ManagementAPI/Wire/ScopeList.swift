/// The scopes that a refusal's words name.
///
/// `Insufficient scope, expected any of: read:users,read:current_user`, or `... expected all of:
/// read:users, read:roles`.
struct ScopeList: Hashable, Sendable {
  /// The scopes, in the tenant's order; none where the words name none.
  let scopes: [String]

  /// Reads a message.
  init(message: String) {
    guard let start = ["any of:", "all of:"].compactMap({ message.firstRange(of: $0) }).first else {
      scopes = []
      return
    }
    let listed = message[start.upperBound...].split(separator: ",").map { part in
      part.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
    }
    scopes = listed.map { String($0.last == "." ? $0.dropLast() : $0) }
      .filter { !$0.isEmpty && $0.utf8.allSatisfy(Self.holds) }
  }

  private static func holds(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || Base64URL.holds(byte)
  }
}
