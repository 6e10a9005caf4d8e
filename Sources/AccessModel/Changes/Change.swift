/// A write that the program can make, as a value that can be shown, confirmed and carried out.
package enum Change: Hashable, Sendable {
  /// A role of the tenant that a user holds directly is taken away.
  case removeRole(Role, from: User)

  /// Whom it concerns.
  package var user: User {
    switch self {
    case .removeRole(_, let user): user
    }
  }

  /// Which role it concerns.
  package var role: Role {
    switch self {
    case .removeRole(let role, _): role
    }
  }
}
