/// A role that some of several marked users hold, to pick from.
package struct RoleChoice: Hashable, Sendable, Identifiable {
  /// The role.
  package var role: Role
  /// Who of the marked holds it, in the order of the marks.
  package var holders: [UserID]
  /// Of how many of the marked it is not known.
  package var unknown: Int

  /// A choice.
  package init(role: Role, holders: [UserID], unknown: Int) {
    self.role = role
    self.holders = holders
    self.unknown = unknown
  }

  package var id: RoleID { role.id }

  /// The roles that any of the marked holds, those of most holders first, then by name.
  package static func choices(
    of marked: [UserID], held: [UserID: Fact<[Role]>]
  ) -> [RoleChoice] {
    var choices: [RoleID: RoleChoice] = [:]
    var unknown = 0
    for user in marked {
      guard let roles = held[user]?.value else {
        unknown += 1
        continue
      }
      for role in roles {
        choices[role.id, default: RoleChoice(role: role, holders: [], unknown: 0)].holders
          .append(user)
      }
    }
    return choices.values
      .map { RoleChoice(role: $0.role, holders: $0.holders, unknown: unknown) }
      .sorted {
        ($1.holders.count, $0.role.name, $0.id.rawValue)
          < ($0.holders.count, $1.role.name, $1.id.rawValue)
      }
  }
}
