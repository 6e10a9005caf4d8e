/// Counts what a plan costs: users who hold the same and lose the same are counted together, so that a
/// hundred thousand take as long as the ways in which they differ.
struct ImpactCensus {
  /// How many users have been counted one by one.
  var usersCounted = 0
  /// How many users have been read in full.
  var usersRead = 0
  /// Of how many users the roles held through groups are not known.
  var groupsUnread = 0
  /// How many users lose a role because the role goes.
  var membersOfDeleted = 0
  /// Changes that are so already.
  var alreadySo = 0
  /// The tenant's roles that are taken from somebody, in the plan's order.
  private(set) var rolesRemoved: [Role] = []
  /// From how many each is taken who holds it, or may.
  private(set) var removals: [RoleID: Int] = [:]
  /// Roles that give less to everybody.
  var roleLosses: [PlanImpact.RoleLoss] = []

  let plan: Plan
  let facts: PlanFacts
  let apis: [String: ResourceServer]
  /// What roles are called.
  var roleNames: [RoleID: Role] = [:]
  /// Roles of which it is not known what they give, by id.
  var unknownRoles: [RoleID: Role] = [:]
  private var patterns: [Pattern: Int] = [:]
  /// What changes for each kind of logins.
  var sums: [PlanImpact.Context: Sum] = [:]
  /// The kinds of logins, in the order of the plan.
  var order: [PlanImpact.Context] = []
  /// What roles give, as far as it was looked up.
  var given: [RoleID: Set<Permission.Key>?] = [:]

  /// What users have in common who are counted together.
  struct Pattern: Hashable {
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

  /// What users of one kind of logins lose and keep.
  struct Sum {
    var tallies: [Permission.Key: PlanImpact.Tally] = [:]
    var losing = 0
    var uncertain = 0
    var unchanged = 0
  }

  /// What becomes of a user; the worst that is certain comes last.
  enum Fate: Comparable {
    case unchanged
    case uncertain
    case losing
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
    for place in plan.changes.indices where plan.changes[place].user == nil { count(place) }
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

  private mutating func count(_ user: UserID, _ places: [Int]) {
    let held = begin(user)
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
    finish(user, found)
  }

  /// Notes how much of a user is known, and gives the roles held directly; `nil` where they are not.
  mutating func begin(_ user: UserID) -> [RoleID]? {
    let full = facts.users[user]
    usersCounted += 1
    if full != nil { usersRead += 1 }
    if facts.heldThroughGroups[user] == nil { groupsUnread += 1 }
    for role in full?.heldRoles.value ?? [] { roleNames[role.id] = role }
    return full?.heldRoles.value.map { $0.map(\.id) } ?? facts.held[user]
  }

  /// Counts what a user loses and gains: at once where all of the user was read, else with others alike.
  mutating func finish(_ user: UserID, _ found: [Pattern]) {
    let full = facts.users[user]
    let groups = facts.heldThroughGroups[user]
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
    if let permission = change.permission, let user = change.user,
      let isGranted = facts.users[user.id]?.grants(permission.key)
    {
      isAlready = isGranted == change.grants
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

  func roles(_ ids: [RoleID]) -> [Role] {
    ids.map { roleNames[$0] ?? Role(id: $0, name: "") }
  }
}
