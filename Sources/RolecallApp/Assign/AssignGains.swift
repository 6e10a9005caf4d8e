package import AccessModel

/// What a user gains by some roles, as far as that is known.
package struct AssignGains: Hashable, Sendable {
  /// The permissions that the roles give and the user does not have, each once; where it is not known what
  /// the user has, all that the roles give.
  package let permissions: [Permission]
  /// Roles of which it cannot be known what they give.
  package let unknown: [Role]
  /// Whether something is still being read.
  package let isReading: Bool
  /// Whether it is known what the user has already.
  package let isComparable: Bool

  /// What follows from what has been read.
  init(roles: [Role], given: [RoleID: Fact<[Permission]>], has: Loadable<[Permission]>) {
    var seen = Set((has.value ?? []).map(\.key))
    var permissions: [Permission] = []
    for role in roles {
      for permission in given[role.id]?.value ?? [] where seen.insert(permission.key).inserted {
        permissions.append(permission)
      }
    }
    self.permissions = permissions
    unknown = roles.filter { given[$0.id]?.error != nil }
    isReading = has.reading != nil || roles.contains { given[$0.id] == nil }
    isComparable = has.value != nil
  }
}
