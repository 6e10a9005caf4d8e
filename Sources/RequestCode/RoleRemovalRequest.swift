package import AccessModel

/// The call that takes roles from a user, as code that runs.
///
/// It holds ids alone and no names, and reads the token from the environment variable `AUTH0_API_TOKEN`.
package struct RoleRemovalRequest: Hashable, Sendable {
  /// The tenant's domain.
  package var domain: String
  /// Whose roles.
  package var user: UserID
  /// Which roles; at least one.
  package var roles: [RoleID]

  /// A call.
  package init(domain: String, user: UserID, roles: [RoleID]) {
    self.domain = domain
    self.user = user
    self.roles = roles
  }

  /// The call's address: plain HTTP on this machine alone.
  package var address: String {
    let scheme = Tenant.isLoopback(domain: domain) ? "http" : "https"
    return "\(scheme)://\(domain)/api/v2/users/\(PathSegment(user.rawValue).encoded)/roles"
  }

  /// The call's body, in ASCII.
  package var body: String {
    "{\"roles\":[\(roles.map { Self.quoted($0.rawValue) }.joined(separator: ","))]}"
  }

  /// A text as a JSON string in ASCII, so that no shell or editor can take it for anything else.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for unit in text.utf16 {
      let isPlain = (0x20...0x7E).contains(unit) && unit != 0x22 && unit != 0x5C && unit != 0x27
      if isPlain, let scalar = Unicode.Scalar(unit) {
        quoted.unicodeScalars.append(scalar)
      } else {
        let digits = String(unit, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return quoted + "\""
  }
}
