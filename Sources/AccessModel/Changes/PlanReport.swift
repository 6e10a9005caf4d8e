/// What became of a plan: each change's outcome, and what the users concerned hold now.
package struct PlanReport: Hashable, Sendable {
  /// The plan.
  package var plan: Plan
  /// One outcome for each change, in the plan's order.
  package var outcomes: [ChangeOutcome]
  /// The roles of each user as last read; a user whose roles could not be read is missing.
  package var rolesNow: [UserID: [Role]]

  /// A report.
  package init(plan: Plan, outcomes: [ChangeOutcome], rolesNow: [UserID: [Role]]) {
    self.plan = plan
    self.outcomes = outcomes
    self.rolesNow = rolesNow
  }

  /// Whether everything is now as the plan wanted it.
  package var isFulfilled: Bool {
    outcomes.allSatisfy(\.state.isSo)
  }

  /// The users from whom something was taken, each once, as reading it back showed.
  package var usersWithLess: [User] {
    var seen: Set<UserID> = []
    return outcomes.compactMap { outcome in
      guard outcome.state == .done, !outcome.change.grants, outcome.change.kind != .revokeAccess,
        let user = outcome.change.user, seen.insert(user.id).inserted
      else { return nil }
      return user
    }
  }

  /// The first error among the outcomes.
  package var firstError: APIError? {
    outcomes.lazy.compactMap(\.state.error).first
  }
}
