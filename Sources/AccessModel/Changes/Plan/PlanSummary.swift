/// What a plan is about, counted in one pass: for its heading, and for the header of its file.
package struct PlanSummary: Hashable, Sendable {
  /// How many changes take something away.
  package var removals = 0
  /// How many let somebody do more.
  package var grants = 0
  /// How many users it concerns.
  package var users = 0
  /// The roles concerned, in the order of the changes.
  package var roles: [Role] = []
  /// The organizations concerned, in the order of the changes.
  package var organizations: [Organization] = []
  /// How many changes of each sort.
  package var kinds: [Change.Kind: Int] = [:]

  /// Counts a plan.
  package init(_ plan: Plan) {
    users = plan.userCount
    var seenRoles: Set<RoleID> = []
    var seenOrganizations: Set<String> = []
    for change in plan.changes {
      if change.grants { grants += 1 } else { removals += 1 }
      kinds[change.kind, default: 0] += 1
      if let role = change.role, seenRoles.insert(role.id).inserted { roles.append(role) }
      if let organization = change.organization,
        seenOrganizations.insert(organization.identifyingText).inserted
      {
        organizations.append(organization)
      }
    }
  }

  /// How many changes there are.
  package var changes: Int { removals + grants }
}
