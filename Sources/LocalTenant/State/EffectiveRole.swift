/// A role that a user has, and in which ways.
struct EffectiveRole: Sendable, Equatable {
  var role: Role
  var isDirect: Bool
  /// The groups through which the user inherits the role.
  var groups: [Group]

  /// The role as the API answers it: `{"id","name","description","sources":["direct","groups"]}`.
  var json: JSON {
    var sources: [JSON] = isDirect ? ["direct"] : []
    if !groups.isEmpty { sources.append("groups") }
    return [
      "id": .string(role.id), "name": .string(role.name),
      "description": .string(role.description), "sources": .array(sources),
    ]
  }
}

extension TenantState {
  /// Every role of a user: the ones held directly, then those that only groups give.
  func effectiveRoles(ofUser userID: String) -> [EffectiveRole] {
    let groups = groups.groups(of: userID)
    let held = assignments.held(by: userID).map(\.id)
    var ids = held
    for id in groups.flatMap(\.roleIDs) where !ids.contains(id) { ids.append(id) }
    return ids.compactMap { id in
      roles[id].map { role in
        EffectiveRole(
          role: role, isDirect: held.contains(id),
          groups: groups.filter { $0.roleIDs.contains(id) })
      }
    }
  }
}
