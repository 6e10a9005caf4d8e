import AccessModel
import ManagementAPI

/// Reads what a plan costs: what concerns its roles once, and what concerns its users user by user.
struct PlanFactsReader: Sendable {
  let session: Session
  let api: any AccessReading
  let inFlight: Int

  /// What was read; what could not be is unknown.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - fully: Whether its users are read, however many there are.
  /// - Throws: `CancellationError` alone.
  func facts(for plan: Plan, fully: Bool) async throws -> PlanFacts {
    let roles = PlanSummary(plan).roles
    var facts = PlanFacts(
      apis: try await fact(.listResourceServers) { try await api.resourceServers() })
    facts.roles = Dictionary(roles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    facts.rolePermissions = try await permissions(ofRoles: roles.map(\.id))
    facts.holders = try await holders(of: roles.map(\.id))
    try await addMembers(of: plan, fully: fully, to: &facts)
    guard fully || PlanFacts.readsEverything(of: plan) else { return facts }
    try await addUsers(of: plan, to: &facts)
    try await addOrganizations(of: plan, to: &facts)
    return facts
  }

  /// What was read of one user.
  private struct UserFacts: Sendable {
    var facts: RemovalFacts
    var throughGroups: [EffectiveRole]?
  }

  /// Reads who holds roles that are to be deleted, where they are few or everybody is to be read.
  private func addMembers(
    of plan: Plan, fully: Bool, to facts: inout PlanFacts
  ) async throws {
    for change in plan.changes {
      guard case .deleteRole(let role) = change else { continue }
      let holders = facts.holders[role.id]?.value
      guard fully || holders.map({ $0 <= PlanFacts.fullLimit }) ?? false else { continue }
      facts.members[role.id] = try await fact(.listRoleUsers) {
        var members: [User] = []
        for try await page in api.everyMember(ofRole: role.id) {
          members += page.items.map { User(id: $0.id, name: $0.name, email: $0.email) }
        }
        return members
      }
    }
  }

  private func addUsers(of plan: Plan, to facts: inout PlanFacts) async throws {
    let shared = facts
    var users = plan.users
    var seen = Set(users.map(\.id))
    // Who loses a role because the role goes loses it like those from whom it is taken.
    for member in facts.members.values.flatMap({ $0.value ?? [] })
    where seen.insert(member.id).inserted { users.append(member) }
    let read = try await concurrently(users, atMost: inFlight) { user in
      (user.id, try await self.facts(of: user, shared))
    }
    // Roles that keep permissions are read once for all users.
    var unread: Set<RoleID> = []
    for (id, user) in read {
      let others = RemovalFacts.rolesToRead(
        removing: plan.rolesLost(by: id), held: user.facts.heldRoles.value ?? [],
        permissions: user.facts.permissions.value)
      unread.formUnion(others.map(\.id))
      unread.formUnion((user.throughGroups ?? []).map(\.id))
    }
    unread.subtract(facts.rolePermissions.keys)
    facts.rolePermissions.merge(
      try await permissions(ofRoles: unread.sorted())
    ) { first, _ in first }
    for (id, var user) in read {
      let removed = plan.rolesLost(by: id).map(\.id)
      let held = (user.facts.heldRoles.value ?? []).map(\.id)
      user.facts.rolePermissions = facts.rolePermissions.filter {
        removed.contains($0.key) || held.contains($0.key)
      }
      user.facts.holders = facts.holders.filter { removed.contains($0.key) }
      facts.users[id] = user.facts
      if user.facts.heldRoles.value != nil { facts.held[id] = held }
      for role in user.facts.heldRoles.value ?? [] { facts.roles[role.id] = role }
      if let groups = user.throughGroups {
        facts.heldThroughGroups[id] = groups.map(\.id)
        for role in groups { facts.roles[role.id] = role.role }
      }
    }
  }

  private func facts(of user: User, _ shared: PlanFacts) async throws -> UserFacts {
    let document = try await fact(.getUser) { try await api.user(user.id).user }
    let removal = RemovalFacts(
      user: document,
      heldRoles: try await fact(.listUserRoles) { try await api.roles(ofUser: user.id) },
      sameEmail: try await RemovalFactsReader(api).accounts(like: document.value ?? user),
      permissions: try await fact(.listUserPermissions) {
        try await api.permissions(ofUser: user.id)
      },
      rolePermissions: [:], holders: [:], apis: shared.apis,
      organizations: try await fact(.listUserOrganizations) {
        try await api.organizations(ofUser: user.id)
      })
    guard session.holds(.readUserEffectiveRoles) == true else {
      return UserFacts(facts: removal)
    }
    let effective = try await fact(.listUserEffectiveRoles) {
      try await api.effectiveRoles(ofUser: user.id)
    }
    return UserFacts(
      facts: removal, throughGroups: effective.value?.filter(\.isThroughGroups))
  }

  private struct Membership: Hashable, Sendable {
    var user: UserID
    var organization: OrganizationID
  }

  private func addOrganizations(of plan: Plan, to facts: inout PlanFacts) async throws {
    var seen: Set<Membership> = []
    var pairs: [Membership] = []
    for change in plan.changes {
      guard let user = change.user?.id, let organization = change.organization?.id else { continue }
      let pair = Membership(user: user, organization: organization)
      if seen.insert(pair).inserted { pairs.append(pair) }
    }
    let read = try await concurrently(pairs, atMost: inFlight) { pair in
      (
        pair,
        try await fact(.listOrganizationMemberRoles) {
          try await api.roles(ofMember: pair.user, in: pair.organization)
        }
      )
    }
    for (pair, roles) in read {
      guard let roles = roles.value else { continue }
      facts.heldWithin[pair.organization.rawValue, default: [:]][pair.user] = roles.map(\.id)
      for role in roles { facts.roles[role.id] = role }
    }
    // What the other roles give decides what is kept there.
    let unread = Set(read.flatMap { $0.1.value ?? [] }.map(\.id))
      .subtracting(facts.rolePermissions.keys)
    facts.rolePermissions.merge(
      try await permissions(ofRoles: unread.sorted())
    ) { first, _ in first }
  }

  private func permissions(ofRoles ids: [RoleID]) async throws -> [RoleID: Fact<[Permission]>] {
    let read = try await concurrently(ids, atMost: inFlight) { id in
      (id, try await fact(.listRolePermissions) { try await api.permissions(ofRole: id) })
    }
    return Dictionary(read, uniquingKeysWith: { first, _ in first })
  }

  private func holders(of ids: [RoleID]) async throws -> [RoleID: Fact<Int>] {
    let read = try await concurrently(ids, atMost: inFlight) { id in
      (
        id,
        try await fact(.listRoleUsers) {
          // Two are enough to tell the last holder from one of many, should the total be missing.
          let page = try await api.members(ofRole: id, perPage: 2)
          return page.total ?? page.items.count
        }
      )
    }
    return Dictionary(read, uniquingKeysWith: { first, _ in first })
  }
}
