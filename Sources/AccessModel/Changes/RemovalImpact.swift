/// What taking roles from a user costs, computed from what was read.
///
/// It speaks of logins without an organization: an organization's logins take their permissions from
/// the roles held within it, which such a removal does not touch.
package struct RemovalImpact: Hashable, Sendable {
  /// A permission that goes away.
  package struct Loss: Hashable, Sendable {
    /// The permission.
    package var permission: Permission
    /// Its API; `nil` where the APIs could not be read.
    package var api: ResourceServer?
  }

  /// A permission that stays.
  package struct Kept: Hashable, Sendable {
    /// The permission.
    package var permission: Permission
    /// The other roles that give it.
    package var through: [Role]
    /// Whether it is granted without a role as well.
    package var isGrantedDirectly: Bool
  }

  /// What goes away, by API and name.
  package var lost: [Loss]
  /// What stays, by API and name.
  package var kept: [Kept]
  /// Roles of the plan that the user does not hold.
  package var notHeld: [Role]
  /// Roles that nobody would hold directly afterwards.
  package var lastHolderOf: [Role]
  /// Roles of the plan that come to the user through a group as well, and so stay.
  package var staysThroughGroups: [Role]
  /// Roles of which it is not known how many hold them.
  package var holdersUnknown: [Role]
  /// Roles of which it is not known what they give.
  package var permissionsUnknown: [Role]
  /// Whether the user's own permissions could be read; if not, direct grants are not known.
  package var areGrantsKnown: Bool

  /// Computes the cost of taking roles from the user of the facts.
  package init(removing roles: [Role], facts: RemovalFacts) {
    let held = facts.heldRoles.value
    let heldIDs = held.map { Set($0.map(\.id)) }
    let removed = roles.filter { heldIDs?.contains($0.id) ?? true }
    let removedIDs = Set(removed.map(\.id))
    let others = (held ?? []).filter { !removedIDs.contains($0.id) }
    notHeld = roles.filter { !(heldIDs?.contains($0.id) ?? true) }

    let groupRoles = facts.groupRoles?.value ?? []
    let groupIDs = Set(groupRoles.map(\.id))
    staysThroughGroups = removed.filter { groupIDs.contains($0.id) }
    lastHolderOf = removed.filter { (facts.holders[$0.id]?.value).map { $0 <= 1 } ?? false }
    holdersUnknown = removed.filter { facts.holders[$0.id]?.value == nil }
    let elsewhereIDs = removedIDs.union(others.map(\.id))
    let groupsAlone = groupRoles.filter { !elsewhereIDs.contains($0.id) }
    permissionsUnknown = (removed + others + groupsAlone).filter { role in
      guard let fact = facts.rolePermissions[role.id] else { return removedIDs.contains(role.id) }
      return fact.value == nil
    }
    areGrantsKnown = facts.permissions.value != nil

    var given: [Permission.Key: Permission] = [:]
    for role in removed {
      for permission in facts.rolePermissions[role.id]?.value ?? [] {
        given[permission.key] = permission
      }
    }
    // What the sources say of the roles counts as well: a role's own list may be closed to this token.
    let removedNames = Set(removedIDs.map(\.rawValue))
    let own = facts.permissions.value ?? []
    for permission in own
    where (permission.sources ?? []).contains(where: { removedNames.contains($0.id) }) {
      given[permission.key] = permission
    }
    // Roles that are not held directly may give it too: through a group, or the roles held are unread.
    let known = Set((roles + others + groupRoles).map(\.id.rawValue))
    let sources = Dictionary(
      own.map { ($0.key, $0.sources ?? []) }, uniquingKeysWith: { $0 + $1 })
    let apis = Dictionary(
      (facts.apis.value ?? []).map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })

    var lost: [Loss] = []
    var kept: [Kept] = []
    for key in given.keys.sorted() {
      guard let permission = given[key] else { continue }
      let named = Set((sources[key] ?? []).map(\.id))
      let throughHeld = others.filter { role in
        if let list = facts.rolePermissions[role.id]?.value {
          return list.contains { $0.key == key }
        }
        return named.contains(role.id.rawValue)
      }
      let elsewhere = (sources[key] ?? []).filter { !$0.isDirect && !known.contains($0.id) }
        .map { Role(id: RoleID($0.id), name: $0.name) }
      let isDirect = (sources[key] ?? []).contains(where: \.isDirect)
      let throughGroups = groupRoles.filter { role in
        !throughHeld.contains { $0.id == role.id }
          && facts.rolePermissions[role.id]?.value?.contains { $0.key == key } ?? false
      }
      let through = throughHeld + throughGroups + elsewhere
      if through.isEmpty && !isDirect {
        lost.append(Loss(permission: permission, api: apis[key.api]))
      } else {
        kept.append(Kept(permission: permission, through: through, isGrantedDirectly: isDirect))
      }
    }
    self.lost = lost
    self.kept = kept
  }

  /// The APIs whose scopes shrink, each once: those of the losses that are known to have
  /// RBAC on.
  package var apisConcerned: [ResourceServer] {
    var seen: Set<String> = []
    return lost.compactMap(\.api).filter {
      $0.enforcesPolicies && seen.insert($0.identifier).inserted
    }
  }
}
