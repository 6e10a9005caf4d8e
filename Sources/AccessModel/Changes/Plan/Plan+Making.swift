extension Plan {
  /// Whether roles are to be given or taken away.
  package enum Intent: Hashable, Sendable {
    case remove
    case assign
  }

  /// A plan about roles of one user: the role under the cursor, or those marked.
  ///
  /// - Parameters:
  ///   - organization: Within which organization; `nil` for the tenant itself.
  ///   - held: The roles that the user holds there, as they were read; `nil` where they were not.
  package init(
    id: String, tenant: Tenant, _ intent: Intent, _ roles: [Role], of user: User,
    in organization: Organization? = nil, held: [Role]? = nil, reason: String = ""
  ) {
    let heldIDs = held.map { Set($0.map(\.id)) }
    self.init(
      id: id, tenant: tenant,
      planned: roles.map { role in
        PlannedChange(
          Change(intent, role, of: user, in: organization),
          before: heldIDs.map { .held($0.contains(role.id)) } ?? .notRead)
      }, reason: reason)
  }

  /// A plan about one role of many users: those marked, those of a search or of a file, an
  /// organization's members, everyone who holds the role.
  ///
  /// - Parameters:
  ///   - organization: Within which organization; `nil` for the tenant itself.
  ///   - held: Whether a user holds the role, where it was read; those who come from the role's own list
  ///     do.
  package init(
    id: String, tenant: Tenant, _ intent: Intent, _ role: Role, of users: some Sequence<User>,
    in organization: Organization? = nil,
    held: (User) -> HeldBefore = { _ in .notRead }, reason: String = ""
  ) {
    var planned: [PlannedChange] = []
    planned.reserveCapacity(users.underestimatedCount)
    for user in users {
      planned.append(
        PlannedChange(Change(intent, role, of: user, in: organization), before: held(user)))
    }
    self.init(id: id, tenant: tenant, planned: planned, reason: reason)
  }

  /// A plan about several roles of several users, of whom it was read what they hold: only what is held is
  /// taken away, only what is not held is given.
  ///
  /// - Parameter held: The roles that users hold directly; whoever is not among them is left out, and so is
  ///   anybody whose roles could not be read.
  package init(
    id: String, tenant: Tenant, _ intent: Intent, _ roles: [Role], of users: some Sequence<User>,
    held: [UserID: Fact<[Role]>], reason: String = ""
  ) {
    var planned: [PlannedChange] = []
    for user in users {
      guard let ids = held[user.id]?.value.map({ Set($0.map(\.id)) }) else { continue }
      for role in roles where ids.contains(role.id) == (intent == .remove) {
        planned.append(
          PlannedChange(Change(intent, role, of: user), before: .held(intent == .remove)))
      }
    }
    self.init(id: id, tenant: tenant, planned: planned, reason: reason)
  }

  /// A plan that takes a role from members of it: those marked, or everyone in the role's list.
  ///
  /// `GET /api/v2/roles/{id}/users` tells no more of a member than id, name and email.
  package init(
    id: String, tenant: Tenant, removing role: Role, fromMembers members: some Sequence<RoleMember>,
    reason: String = ""
  ) {
    self.init(
      id: id, tenant: tenant, .remove, role,
      of: members.lazy.map { User(id: $0.id, name: $0.name, email: $0.email) },
      held: { _ in .held(true) }, reason: reason)
  }
}

extension Change {
  /// A change of a role, in the tenant or within an organization.
  package init(
    _ intent: Plan.Intent, _ role: Role, of user: User, in organization: Organization? = nil
  ) {
    switch (intent, organization) {
    case (.remove, nil): self = .removeRole(role, from: user)
    case (.assign, nil): self = .assignRole(role, to: user)
    case (.remove, let organization?):
      self = .removeOrganizationRole(role, from: user, in: organization)
    case (.assign, let organization?):
      self = .assignOrganizationRole(role, to: user, in: organization)
    }
  }
}
