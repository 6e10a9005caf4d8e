package import AccessModel

/// A permission that a user has, and every way in which.
package struct UserPermission: Hashable, Sendable, Identifiable {
  /// The permission.
  package var permission: Permission
  /// Whether it was granted without a role.
  package var isDirect: Bool
  /// The names of the roles that give it, each with its groups where it comes through those alone.
  package var roles: [String]

  /// The permission's API and name.
  package var id: Permission.Key { permission.key }

  /// Where it comes from, as a column of a list says it: `Support, granted directly`.
  package var origin: String {
    let ways = roles + (isDirect ? ["granted directly"] : [])
    return ways.isEmpty ? "not said" : ways.joined(separator: ", ")
  }

  /// Why it cannot be taken back here, and where that is done; `nil` for a direct grant, which can.
  package var obstacle: String? {
    if isDirect { return nil }
    return roles.isEmpty
      ? "the tenant does not say where it comes from"
      : "it comes through \(roles.joined(separator: ", ")): see Roles"
  }

  /// What a user has: what the tenant lists, and what roles give besides that come through groups alone.
  ///
  /// - Parameters:
  ///   - listed: The user's permissions with their sources, as the tenant lists them.
  ///   - roles: The user's roles.
  ///   - given: What roles give that come through groups, as far as that is known.
  package static func all(
    listed: [Permission], roles: [HeldRole], given: [RoleID: Fact<[Permission]>]
  ) -> [UserPermission] {
    let throughGroups = Dictionary(
      roles.filter { !$0.isDirect }.map { ($0.id.rawValue, $0) },
      uniquingKeysWith: { first, _ in first })
    var found = listed.map { permission in
      let sources = permission.sources ?? []
      return UserPermission(
        permission: permission, isDirect: sources.contains(where: \.isDirect),
        roles: sources.filter { !$0.isDirect }.map { source in
          throughGroups[source.id].map(words) ?? (source.name.isEmpty ? source.id : source.name)
        })
    }
    var places = Dictionary(
      found.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for role in roles where !role.isDirect {
      for permission in given[role.id]?.value ?? [] {
        let words = words(for: role)
        if let place = places[permission.key] {
          if !found[place].roles.contains(words) { found[place].roles.append(words) }
        } else {
          places[permission.key] = found.count
          found.append(
            UserPermission(permission: permission, isDirect: false, roles: [words]))
        }
      }
    }
    return found
  }

  private static func words(for role: HeldRole) -> String {
    "\(role.role.displayName) (\(role.origin))"
  }
}
