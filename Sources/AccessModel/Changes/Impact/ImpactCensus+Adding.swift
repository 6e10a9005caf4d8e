extension ImpactCensus {
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
  mutating func add(_ pattern: Pattern, users: Int) -> Fate {
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
  mutating func add(
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
      let isGranted = kept.isGrantedDirectly && !pattern.revoked.contains(kept.permission.key)
      // What a grant alone keeps is counted where that grant is taken back.
      guard isGranted || !kept.through.isEmpty else { continue }
      tally(kept.permission.key, in: pattern.context, of: pattern.removed.first) { tally in
        tally.keeping += 1
        if isGranted { tally.granted += 1 }
        for role in kept.through { tally.through[role.id, default: 0] += 1 }
      }
    }
    let settled = Set(impact.kept.filter { !$0.through.isEmpty }.map(\.permission.key))
    var revoking = Fate.unchanged
    for key in pattern.revoked where !settled.contains(key) {
      revoking = max(revoking, addRevocation(of: key, pattern, full, groups))
    }
    var rest = pattern
    rest.removed = []
    rest.revoked = []
    var other = Fate.unchanged
    if let own = full.permissions.value {
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
    note(pattern.context, max(own, other, revoking), users: 1)
  }

  /// Adds a direct grant that one user loses, of whom everything was read.
  private mutating func addRevocation(
    of key: Permission.Key, _ pattern: Pattern, _ full: RemovalFacts, _ groups: [RoleID]?
  ) -> Fate {
    let through = full.roles(giving: key, but: pattern.removed)
    let throughGroups = (groups ?? []).filter { permissions(of: $0)?.contains(key) ?? false }
    let ways = Set((through ?? []).map(\.id) + throughGroups)
    let fate: Fate = !ways.isEmpty ? .unchanged : through == nil ? .uncertain : .losing
    tally(key, in: pattern.context, of: nil) { tally in
      switch fate {
      case .unchanged:
        tally.keeping += 1
        for role in ways { tally.through[role, default: 0] += 1 }
      case .uncertain: tally.uncertain += 1
      case .losing: tally.losing += 1
      }
    }
    return fate
  }

  /// Notes what became of users.
  mutating func note(_ context: PlanImpact.Context, _ fate: Fate, users: Int) {
    switch fate {
    case .unchanged: sums[context, default: Sum()].unchanged += users
    case .uncertain: sums[context, default: Sum()].uncertain += users
    case .losing: sums[context, default: Sum()].losing += users
    }
  }
}
