package import AccessModel

/// What users gain by some roles, as far as that is known.
package struct AssignGains: Hashable, Sendable {
  /// A permission, and how many users gain it.
  package struct Gain: Hashable, Sendable {
    /// The permission.
    package var permission: Permission
    /// How many users gain it; where it is not known what they have, how many may.
    package var users: Int
  }

  /// The permissions that the roles give and a user does not have, each once, the most users first.
  package let gains: [Gain]
  /// How many users it is about.
  package let users: Int
  /// How many of them hold all of the roles already.
  package let holders: Int
  /// Roles of which it cannot be known what they give.
  package let unknown: [Role]
  /// Whether something is still being read.
  package let isReading: Bool
  /// Whether it is known which permissions all the users have already.
  package let isComparable: Bool

  /// What follows from what has been read.
  ///
  /// - Parameters:
  ///   - roles: The roles that are to be assigned.
  ///   - given: What roles give.
  ///   - users: Who is to have them.
  ///   - held: The roles that users hold directly, where that is known.
  ///   - has: The permissions that users have, where that is known.
  ///   - isReading: Whether some of that is still being read.
  init(
    roles: [Role], given: [RoleID: Fact<[Permission]>], users: [User],
    held: [UserID: Fact<[Role]>], has: [UserID: Fact<[Permission]>], isReading: Bool
  ) {
    var places: [Permission.Key: Int] = [:]
    var gains: [Gain] = []
    var holders = 0
    var isComparable = true
    for user in users {
      let ids = Set((held[user.id]?.value ?? []).map(\.id))
      let new = roles.filter { !ids.contains($0.id) }
      if new.isEmpty {
        holders += 1
        continue
      }
      let permissions = has[user.id]?.value
      if permissions == nil { isComparable = false }
      var seen = Set((permissions ?? []).map(\.key))
      for permission in new.lazy.flatMap({ given[$0.id]?.value ?? [] })
      where seen.insert(permission.key).inserted {
        if let place = places[permission.key] {
          gains[place].users += 1
        } else {
          places[permission.key] = gains.count
          gains.append(Gain(permission: permission, users: 1))
        }
      }
    }
    self.gains = gains.enumerated()
      .sorted { ($1.element.users, $0.offset) < ($0.element.users, $1.offset) }.map(\.element)
    self.users = users.count
    self.holders = holders
    unknown = roles.filter { given[$0.id]?.error != nil }
    self.isReading = isReading || roles.contains { given[$0.id] == nil }
    self.isComparable = isComparable
  }
}
