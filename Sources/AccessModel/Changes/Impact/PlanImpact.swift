/// What a plan costs, added up over its users, and how much of that is known.
package struct PlanImpact: Hashable, Sendable {
  /// How the numbers came about.
  package enum Depth: Hashable, Sendable {
    /// All of it was read from the tenant, user by user.
    case read
    /// It was computed from what roles give; direct grants and groups were not checked, which would take
    /// so many calls.
    case computed(uncheckedCalls: Int)
  }

  /// Which logins take their permissions from a role.
  package enum Context: Hashable, Sendable {
    /// Logins without an organization.
    case tenant
    /// Logins through one organization.
    case organization(Organization)
  }

  /// One permission, over all users.
  package struct Tally: Hashable, Sendable {
    /// The permission.
    package var permission: Permission
    /// Its API; `nil` where the APIs could not be read.
    package var api: ResourceServer?
    /// How many users lose it.
    package var losing = 0
    /// How many users lose it unless something that could not be read keeps it.
    package var uncertain = 0
    /// How many users keep it.
    package var keeping = 0
    /// Through which roles those keep it, how many through each; a user may have several.
    package var through: [RoleID: Int] = [:]
    /// How many of those have it granted without a role.
    package var granted = 0
    /// How many users gain it.
    package var gaining = 0

    init(permission: Permission, api: ResourceServer?) {
      self.permission = permission
      self.api = api
    }
  }

  /// What changes for logins of one kind.
  package struct ContextImpact: Hashable, Sendable {
    /// Which logins.
    package var context: Context
    /// The permissions concerned, by API and name.
    package var tallies: [Tally]
    /// How many users lose something for certain.
    package var usersLosing: Int
    /// How many users may lose something; not counted above.
    package var usersUncertain: Int
    /// How many users lose nothing.
    package var usersUnchanged: Int
  }

  /// A role of which everybody who holds it is concerned.
  package struct RoleLoss: Hashable, Sendable {
    /// The role.
    package var role: Role
    /// Whether the role itself goes.
    package var isDeleted: Bool
    /// The permissions that it ceases to give; `nil` where a deleted role's could not be read.
    package var permissions: [Permission]?
    /// How many hold it directly; `nil` where that could not be read.
    package var holders: Int?
  }

  /// How many users it concerns: those of the plan, and those who hold a role that goes.
  package let usersConcerned: Int
  /// How the numbers came about.
  package let depth: Depth
  /// Whether the roles that users hold through groups were read, for all of them.
  package let areGroupsChecked: Bool
  /// What changes, for each kind of logins that something changes for; all other logins stay as they are.
  package let contexts: [ContextImpact]
  /// Roles that everybody loses, or that give less to everybody.
  package let roleLosses: [RoleLoss]
  /// Changes that are so already, as far as that was read.
  package let alreadySo: Int
  /// Roles that nobody would hold directly afterwards.
  package let lastHolderOf: [Role]
  /// Roles of which it is not known how many hold them.
  package let holdersUnknown: [Role]
  /// Roles of which it is not known what they give.
  package let permissionsUnknown: [Role]
  /// Whether the APIs could be read.
  package let areAPIsKnown: Bool
  /// Whether this token can take the plan back.
  package let undo: UndoOutlook

  /// Adds up what a plan costs.
  package init(_ plan: Plan, facts: PlanFacts, session: Session) {
    var census = ImpactCensus(plan, facts)
    census.count()
    usersConcerned = plan.userCount + census.membersOfDeleted
    let unread = usersConcerned - census.usersRead
    // Of members who were not even listed the groups were not read either.
    let groupsUnread = census.groupsUnread + usersConcerned - census.usersCounted
    depth = unread == 0 ? .read : .computed(uncheckedCalls: unread + groupsUnread)
    areGroupsChecked = groupsUnread == 0
    contexts = census.contexts()
    roleLosses = census.roleLosses
    alreadySo = census.alreadySo
    lastHolderOf = census.rolesRemoved.filter { role in
      guard let count = facts.holders[role.id]?.value else { return false }
      return census.removals[role.id, default: 0] >= count
    }
    holdersUnknown = census.rolesRemoved.filter { facts.holders[$0.id]?.value == nil }
    permissionsUnknown = census.permissionsUnknown
    areAPIsKnown = facts.apis.value != nil
    undo = UndoOutlook(plan, session: session)
  }
}

extension PlanImpact {
  /// The APIs whose scopes shrink for somebody, by name: those known to have RBAC on.
  package var apisConcerned: [ResourceServer] { apis { $0.enforcesPolicies } }

  /// The APIs whose scopes do not change, because RBAC is off, by name.
  package var apisWithRBACOff: [ResourceServer] { apis { !$0.enforcesPolicies } }

  /// What to say of an API with RBAC off.
  package static let rbacOffWords =
    "scopes do not change; Actions or apps that read role names may still react"

  /// How long access tokens that are out already may live on, in seconds, by the settings of now; `nil`
  /// where no API is known to be concerned.
  package var longestTokenLife: Int? { apisConcerned.map(\.tokenLifetime).max() }

  /// Whether everything that a person has to know before confirming could be read or computed.
  package var isComplete: Bool {
    holdersUnknown.isEmpty && permissionsUnknown.isEmpty
      && contexts.allSatisfy { $0.usersUncertain == 0 }
      && roleLosses.allSatisfy { $0.permissions != nil && $0.holders != nil }
  }

  private func apis(where holds: (ResourceServer) -> Bool) -> [ResourceServer] {
    var seen: Set<String> = []
    return contexts.flatMap(\.tallies)
      .filter { $0.losing + $0.uncertain > 0 }
      .compactMap(\.api)
      .filter { holds($0) && seen.insert($0.identifier).inserted }
      .sorted { ($0.name, $0.identifier) < ($1.name, $1.identifier) }
  }
}
