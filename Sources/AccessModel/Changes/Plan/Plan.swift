/// A frozen list of changes: what was meant when the trash key was pressed, whatever the lists show since.
package struct Plan: Sendable {
  /// What names the run in the tenant's log: the `X-Correlation-ID` of each of its writes.
  package var id: String
  /// Where it applies, and nowhere else.
  package var tenant: Tenant
  /// What is to happen, each change once.
  package private(set) var changes: [Change]
  /// What was so before each change when the plan was made, in the order of the changes.
  package private(set) var before: [HeldBefore]
  /// Why, in the person's own words; empty where nobody said.
  package var reason: String

  private var index: UserIndex

  /// A plan; a change that is named twice is kept once, as it was named first.
  package init(id: String, tenant: Tenant, changes: [Change], reason: String = "") {
    self.init(
      id: id, tenant: tenant, planned: changes.lazy.map { PlannedChange($0) }, reason: reason)
  }

  /// A plan of changes with what was so before each; one that is named twice is kept once.
  package init(
    id: String, tenant: Tenant, planned: some Sequence<PlannedChange>, reason: String = ""
  ) {
    self.id = id
    self.tenant = tenant
    self.reason = reason
    changes = []
    before = []
    index = UserIndex()
    let expected = planned.underestimatedCount
    changes.reserveCapacity(expected)
    before.reserveCapacity(expected)
    index.reserveCapacity(expected)
    var seen: Set<Change.Identity> = []
    for item in planned {
      let user = item.change.user?.id
      // Two that are the same are the same user's, of which there are few; a set of all would hold every id again.
      if let user {
        let identity = item.change.identity
        guard !index.places(of: user).contains(where: { changes[$0].identity == identity }) else {
          continue
        }
      } else {
        guard seen.insert(item.change.identity).inserted else { continue }
      }
      index.append(user)
      changes.append(item.change)
      before.append(item.before)
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
}

extension Plan {
  /// A change and what was so before it, by its place in the plan.
  package subscript(place: Int) -> PlannedChange {
    PlannedChange(changes[place], before: before[place])
  }

  /// The users it concerns, in the order of the changes; each is copied out of its first change.
  package var users: [User] { index.firstPlaces.compactMap { changes[Int($0)].user } }

  /// The place of each user's first change, in the plan's order.
  var firstPlaces: some Sequence<Int> { index.firstPlaces.lazy.map { Int($0) } }

  /// How many users it concerns.
  package var userCount: Int { index.firstPlaces.count }

  /// Whether it is about one user, or about no user in particular: a role, an API.
  package var isAboutOne: Bool { userCount <= 1 }

  /// The places of the changes that concern a user, in the plan's order.
  ///
  /// It takes as long as the user has changes, however large the plan is.
  package func places(of user: UserID) -> [Int] { index.places(of: user) }

  /// The roles of the tenant that a plan takes from one user, in the order in which they were chosen.
  package func roles(from user: UserID) -> [Role] {
    places(of: user).compactMap { place in
      guard case .removeRole(let role, _) = changes[place] else { return nil }
      return role
    }
  }

  /// The roles of the tenant that a user loses, should the user hold them: those that the plan takes from
  /// the user, and those that it deletes.
  package func rolesLost(by user: UserID) -> [Role] {
    roles(from: user) + deletedRoles
  }

  /// The roles that the plan deletes.
  package var deletedRoles: [Role] {
    // A plan of many is about users; looking through all of it for each of them would take long.
    guard !index.isAboutUsersAlone else { return [] }
    return changes.compactMap { change in
      guard case .deleteRole(let role) = change else { return nil }
      return role
    }
  }

  /// What is decided both ways, each once: such a plan contradicts itself.
  package var contradictions: [Change.Subject] {
    var ways: [Change.Subject: Change.Kind] = [:]
    var found: [Change.Subject] = []
    for change in changes {
      let (subject, kind) = (change.subject, change.kind)
      if let other = ways.updateValue(kind, forKey: subject), other != kind {
        found.append(subject)
      }
    }
    return found
  }
}

extension Plan: Hashable {
  // The index follows from the changes.
  package static func == (left: Plan, right: Plan) -> Bool {
    left.id == right.id && left.tenant == right.tenant && left.reason == right.reason
      && left.changes == right.changes && left.before == right.before
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(tenant)
    hasher.combine(changes.count)
  }
}
