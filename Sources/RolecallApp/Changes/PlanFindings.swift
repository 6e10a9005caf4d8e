package import AccessModel

/// What was read for the question about a plan, and what follows from that.
package struct PlanFindings: Hashable, Sendable {
  /// Something that could not be read, and of how many users or roles.
  package struct Unread: Hashable, Sendable {
    /// What it is, such as "who holds a role".
    package var what: String
    /// Why it could not be read, the first time.
    package var error: APIError
    /// How often it could not be.
    package var count: Int
  }

  /// What the plan costs.
  package let impact: PlanImpact
  /// How many users hold each role directly, where that could be read.
  package let holders: [RoleID: Int]
  /// What the roles that users keep something through are called.
  package let roleNames: [RoleID: String]
  /// Users who do not exist any more, where everything was read.
  package let usersGone: Int
  /// Whom a plan of one user is about, as read just now; a plan of the journal's knows no address.
  package let user: User?
  /// The other accounts with the email of that user.
  package let sameEmail: [SameEmailAccount]
  /// The APIs that the plan sets, as read just now.
  package let apis: [ResourceServer]
  /// What could not be read.
  package let unread: [Unread]
  /// What it takes to confirm.
  package let rung: ConfirmRung

  /// What follows from facts.
  package init(_ plan: Plan, facts: PlanFacts, session: Session) {
    impact = PlanImpact(plan, facts: facts, session: session)
    holders = facts.holders.compactMapValues(\.value)
    roleNames = facts.roles.mapValues(\.displayName)
    var gone = 0
    var unread: [String: Unread] = [:]
    func note(_ what: String, _ error: APIError?) {
      guard let error else { return }
      unread[what, default: Unread(what: what, error: error, count: 0)].count += 1
    }
    var isIdentityRead = true
    for user in facts.users.values {
      if user.user.error?.code == .notFound {
        gone += 1
        continue
      }
      note("users", user.user.error)
      note("roles held", user.heldRoles.error)
      note("direct grants", user.permissions.error)
      if user.user.value == nil || user.heldRoles.value == nil { isIdentityRead = false }
    }
    for fact in facts.rolePermissions.values { note("what roles give", fact.error) }
    for fact in facts.holders.values { note("who holds a role", fact.error) }
    for fact in facts.members.values { note("who holds a role", fact.error) }
    note("APIs", facts.apis.error)
    usersGone = gone
    let only = plan.userCount == 1 ? facts.users.values.first : nil
    user = only?.user.value
    sameEmail = only?.sameEmail.value ?? []
    note("accounts with this email", only?.sameEmail.error)
    if only?.sameEmail.error != nil { isIdentityRead = false }
    apis = plan.changes.compactMap { change in
      guard case .setRBAC(let api, _) = change else { return nil }
      return facts.apis.value?.first { $0.identifier == api.identifier }
    }
    self.unread = unread.values.sorted { $0.what < $1.what }
    rung = ConfirmRung(
      for: plan, impact: impact, isIdentityRead: isIdentityRead, session: session)
  }
}
