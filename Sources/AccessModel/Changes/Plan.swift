/// A frozen list of changes: what was meant when the trash key was pressed, whatever the lists show since.
package struct Plan: Hashable, Sendable {
  /// What names the run in the tenant's log: the `X-Correlation-ID` of each of its writes.
  package var id: String
  /// Where it applies, and nowhere else.
  package var tenant: Tenant
  /// What is to happen, each change once.
  package private(set) var changes: [Change]
  /// Why, in the person's own words; empty where nobody said.
  package var reason: String

  /// A plan; a change that is named twice is kept once.
  package init(id: String, tenant: Tenant, changes: [Change], reason: String = "") {
    self.id = id
    self.tenant = tenant
    self.reason = reason
    var seen: Set<Change.Identity> = []
    self.changes = changes.filter { seen.insert($0.identity).inserted }
  }

  /// The roles that a plan takes from one user, in the order in which they were chosen.
  package func roles(from user: UserID) -> [Role] {
    changes.compactMap { change in
      guard case .removeRole(let role, let holder) = change, holder.id == user else { return nil }
      return role
    }
  }

  /// The same plan with roles, and a user, as they were read just now: who and what is meant stays, by id.
  package func naming(_ roles: [Role], user known: User? = nil) -> Plan {
    let named = Dictionary(roles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var plan = self
    plan.changes = changes.map { change in
      guard case .removeRole(let role, let user) = change else { return change }
      return .removeRole(
        named[role.id] ?? role, from: known.flatMap { $0.id == user.id ? $0 : nil } ?? user)
    }
    return plan
  }

  /// The users it concerns, in the order of the changes.
  package var users: [User] {
    var seen: Set<UserID> = []
    return changes.compactMap(\.user).filter { seen.insert($0.id).inserted }
  }
}
