/// Counts what a plan costs: users who hold the same and lose the same are counted together, so that a
/// hundred thousand take as long as the ways in which they differ.
struct ImpactCensus {
  /// How many users have been read in full.
  private(set) var usersRead = 0
  /// Of how many users the roles held through groups are not known.
  private(set) var groupsUnread = 0
  /// Changes that are so already.
  private(set) var alreadySo = 0
  /// The tenant's roles that are taken from somebody, in the plan's order.
  private(set) var rolesRemoved: [Role] = []
  /// From how many each is taken who holds it, or may.
  private(set) var removals: [RoleID: Int] = [:]
  /// Roles that give less to everybody.
  private(set) var roleLosses: [PlanImpact.RoleLoss] = []

  private let plan: Plan
  private let facts: PlanFacts
  private let apis: [String: ResourceServer]
  private var roleNames: [RoleID: Role] = [:]
  private var unknownRoles: [RoleID: Role] = [:]
  private var patterns: [Pattern: Int] = [:]
  private var sums: [PlanImpact.Context: Sum] = [:]
  private var order: [PlanImpact.Context] = []
  private var given: [RoleID: Set<Permission.Key>?] = [:]

  /// What users have in common who are counted together.
  private struct Pattern: Hashable {
    var context: PlanImpact.Context
    var removed: [RoleID] = []
    var assigned: [RoleID] = []
    var revoked: [Permission.Key] = []
    var granted: [Permission.Key] = []
    /// The other roles held, directly or through groups; `nil` where they are not known.
    var others: [RoleID]?

    var isEmpty: Bool {
      removed.isEmpty && assigned.isEmpty && revoked.isEmpty && granted.isEmpty
    }
  }

  private struct Sum {
    var tallies: [Permission.Key: PlanImpact.Tally] = [:]
    var losing = 0
    var uncertain = 0
    var unchanged = 0
  }

  init(_ plan: Plan, _ facts: PlanFacts) {
    self.plan = plan
    self.facts = facts
    apis = Dictionary(
      (facts.apis.value ?? []).map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    roleNames = facts.roles
  }

  /// Roles of which it is not known what they give.
  var permissionsUnknown: [Role] { unknownRoles.values.sorted { $0.id < $1.id } }

  /// What changes for each kind of logins, the tenant's first.
  func contexts() -> [PlanImpact.ContextImpact] {
    order.compactMap { context in
      sums[context].map { sum in
        PlanImpact.ContextImpact(
          context: context, tallies: sum.tallies.keys.sorted().compactMap { sum.tallies[$0] },
          usersLosing: sum.losing, usersUncertain: sum.uncertain, usersUnchanged: sum.unchanged)
      }
    }
  }

  /// Counts the whole plan.
  mutating func count() {
    for change in plan.changes where change.user == nil { countRole(change) }
    for place in plan.firstPlaces {
      guard let user = plan.changes[place].user?.id else { continue }
      count(user, plan.places(of: user))
    }
    for (pattern, users) in patterns {
      let fate = add(pattern, users: users)
      note(pattern.context, fate, users: users)
    }
    order.sort { left, _ in left == .tenant }
  }

  // MARK: - One user

  private mutating func count(_ user: UserID, _ places: [Int]) {
    let full = facts.users[user]
    if full != nil { usersRead += 1 }
    let groups = facts.heldThroughGroups[user]
    if groups == nil { groupsUnread += 1 }
    let held = full?.heldRoles.value.map { $0.map(\.id) } ?? facts.held[user]
    for role in full?.heldRoles.value ?? [] { roleNames[role.id] = role }
    var found: [Pattern] = []
    for place in places {
      let planned = plan[place]
      let context = planned.change.organization.map(PlanImpact.Context.organization) ?? .tenant
      let heldHere: [RoleID]?
      if let organization = planned.change.organization {
        heldHere = facts.heldWithin[organization.identifyingText]?[user]
      } else {
        heldHere = held
      }
      take(planned, context, heldHere, into: &found)
    }
    for var pattern in found where !pattern.isEmpty {
      if pattern.context == .tenant, let full {
        add(pattern, RemovalImpact(removing: roles(pattern.removed), facts: full), full, groups)
        continue
      }
      if pattern.context == .tenant, let known = pattern.others {
        pattern.others = known + (groups ?? []).filter { !known.contains($0) }
      }
      patterns[pattern, default: 0] += 1
    }
  }

  private mutating func take(
    _ planned: PlannedChange, _ context: PlanImpact.Context, _ held: [RoleID]?,
    into found: inout [Pattern]
  ) {
    let change = planned.change
    var isAlready = planned.before.isAlready(change)
    if let role = change.role, let held {
      isAlready = held.contains(role.id) == change.grants
    }
    if isAlready { alreadySo += 1 }
    let number: Int
    if let known = found.firstIndex(where: { $0.context == context }) {
      number = known
    } else {
      if !order.contains(context) { order.append(context) }
      number = found.count
      found.append(Pattern(context: context, others: held?.sorted()))
    }
    guard !isAlready else { return }
    switch change {
    case .removeRole(let role, _):
      if removals.updateValue(removals[role.id, default: 0] + 1, forKey: role.id) == nil {
        rolesRemoved.append(role)
      }
      found[number].removed.append(role.id)
    case .removeOrganizationRole(let role, _, _): found[number].removed.append(role.id)
    case .assignRole(let role, _), .assignOrganizationRole(let role, _, _):
      found[number].assigned.append(role.id)
    case .revokePermission(let permission, _): found[number].revoked.append(permission.key)
    case .grantPermission(let permission, _): found[number].granted.append(permission.key)
    case .removePermission, .addPermission, .deleteRole, .setRBAC, .revokeAccess: break
    }
    if let role = change.role {
      if roleNames[role.id] == nil { roleNames[role.id] = role }
      found[number].others?.removeAll { $0 == role.id }
    }
  }

  private func roles(_ ids: [RoleID]) -> [Role] {
    ids.map { roleNames[$0] ?? Role(id: $0, name: "") }
  }

  // MARK: - Adding up

  /// What a role gives; `nil` where that is not known, which is noted.
  private mutating func permissions(of role: RoleID) -> Set<Permission.Key>? {
    if let known = given[role] { return known }
    let known = facts.rolePermissions[role]?.value.map { Set($0.map(\.key)) }
    given[role] = .some(known)
    if known == nil { unknownRoles[role] = roleNames[role] ?? Role(id: role, name: "") }
    return known
  }

  private func permission(_ key: Permission.Key, of role: RoleID?) -> Permission {
    let known = role.flatMap { facts.rolePermissions[$0]?.value }
    return known?.first { $0.key == key }
      ?? Permission(
        name: key.name, apiName: apis[key.api]?.name ?? key.api, apiIdentifier: key.api)
  }

  private mutating func tally(
    _ key: Permission.Key, in context: PlanImpact.Context, of role: RoleID?,
    _ change: (inout PlanImpact.Tally) -> Void
  ) {
    var tally =
      sums[context]?.tallies[key]
      ?? PlanImpact.Tally(permission: permission(key, of: role), api: apis[key.api])
    change(&tally)
    sums[context, default: Sum()].tallies[key] = tally
  }

  /// Adds the permissions of users of whom no more than their roles are known.
  private mutating func add(_ pattern: Pattern, users: Int) -> Fate {
    var isUncertain = pattern.others == nil
    var giving: [(role: RoleID, keys: Set<Permission.Key>)] = []
    for role in pattern.others ?? [] {
      guard let keys = permissions(of: role) else {
        isUncertain = true
        continue
      }
      giving.append((role, keys))
    }
    var lost: [Permission.Key: RoleID?] = [:]
    for key in pattern.revoked { lost[key] = .some(nil) }
    for role in pattern.removed {
      guard let keys = permissions(of: role) else {
        isUncertain = true
        continue
      }
      for key in keys { lost[key] = role }
    }
    var isLosing = false
    for (key, role) in lost {
      let through = giving.filter { $0.keys.contains(key) }.map(\.role)
      if through.isEmpty { isLosing = true }
      let mayKeep = isUncertain
      tally(key, in: pattern.context, of: role) { tally in
        if !through.isEmpty {
          tally.keeping += users
          for role in through { tally.through[role, default: 0] += users }
        } else if mayKeep {
          tally.uncertain += users
        } else {
          tally.losing += users
        }
      }
    }
    addGains(pattern, giving: giving.map(\.keys), users: users)
    let takes = !pattern.removed.isEmpty || !pattern.revoked.isEmpty
    return isUncertain && takes ? .uncertain : isLosing ? .losing : .unchanged
  }

  private mutating func addGains(
    _ pattern: Pattern, giving: [Set<Permission.Key>], users: Int
  ) {
    var gained: [Permission.Key: RoleID?] = [:]
    for key in pattern.granted { gained[key] = .some(nil) }
    for role in pattern.assigned {
      for key in permissions(of: role) ?? [] { gained[key] = role }
    }
    for (key, role) in gained where !giving.contains(where: { $0.contains(key) }) {
      tally(key, in: pattern.context, of: role) { $0.gaining += users }
    }
  }

  /// Adds the permissions of one user of whom everything was read.
  private mutating func add(
    _ pattern: Pattern, _ impact: RemovalImpact, _ full: RemovalFacts, _ groups: [RoleID]?
  ) {
    for role in impact.permissionsUnknown { unknownRoles[role.id] = role }
    let isKnown =
      impact.areGrantsKnown && impact.permissionsUnknown.isEmpty && full.heldRoles.value != nil
    var isLosing = false
    for loss in impact.lost {
      let key = loss.permission.key
      let through = (groups ?? []).filter { permissions(of: $0)?.contains(key) ?? false }
      if through.isEmpty { isLosing = true }
      tally(key, in: pattern.context, of: pattern.removed.first) { tally in
        if !through.isEmpty {
          tally.keeping += 1
          for role in through { tally.through[role, default: 0] += 1 }
        } else if isKnown {
          tally.losing += 1
        } else {
          tally.uncertain += 1
        }
      }
    }
    for kept in impact.kept {
      tally(kept.permission.key, in: pattern.context, of: pattern.removed.first) { tally in
        tally.keeping += 1
        if kept.isGrantedDirectly { tally.granted += 1 }
        for role in kept.through { tally.through[role.id, default: 0] += 1 }
      }
    }
    var rest = pattern
    rest.removed = []
    var other = Fate.unchanged
    if rest.revoked.isEmpty, let own = full.permissions.value {
      // What the user has is known as a whole, whichever roles it comes from.
      var giving = [Set(own.map(\.key)).subtracting(impact.lost.map(\.permission.key))]
      if !rest.isEmpty { giving += (groups ?? []).compactMap { permissions(of: $0) } }
      addGains(rest, giving: giving, users: 1)
    } else if !rest.isEmpty {
      // Direct grants are counted from the roles held, like those of users who were not read.
      other = add(rest, users: 1)
    }
    let own: Fate =
      !isKnown && !pattern.removed.isEmpty ? .uncertain : isLosing ? .losing : .unchanged
    note(pattern.context, max(own, other), users: 1)
  }

  /// What becomes of a user; the worst that is certain comes last.
  private enum Fate: Comparable {
    case unchanged
    case uncertain
    case losing
  }

  private mutating func note(_ context: PlanImpact.Context, _ fate: Fate, users: Int) {
    switch fate {
    case .unchanged: sums[context, default: Sum()].unchanged += users
    case .uncertain: sums[context, default: Sum()].uncertain += users
    case .losing: sums[context, default: Sum()].losing += users
    }
  }

  // MARK: - Changes of roles themselves

  private mutating func countRole(_ change: Change) {
    guard let role = change.role else { return }
    let holders = facts.holders[role.id]?.value
    switch change {
    case .deleteRole:
      let permissions = facts.rolePermissions[role.id]?.value
      roleLosses.append(
        PlanImpact.RoleLoss(
          role: role, isDeleted: true, permissions: permissions, holders: holders))
    case .removePermission(let permission, _):
      if let known = roleLosses.firstIndex(where: { $0.role.id == role.id && !$0.isDeleted }) {
        roleLosses[known].permissions?.append(permission)
      } else {
        roleLosses.append(
          PlanImpact.RoleLoss(
            role: role, isDeleted: false, permissions: [permission], holders: holders))
      }
    case .removeRole, .assignRole, .removeOrganizationRole, .assignOrganizationRole,
      .revokePermission, .grantPermission, .addPermission, .setRBAC, .revokeAccess:
      break
    }
  }
}
