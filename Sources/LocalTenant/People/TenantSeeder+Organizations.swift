extension TenantSeeder {
  private static let names = [
    "Initech", "Globex", "Hooli", "Vandelay", "Monarch", "Wonka", "Cyberdyne", "Tyrell",
  ]
  /// The tenant's roles whose names the organizations' own have too.
  private static let ownRoles = ["Member", "Billing Admin", "Auditor"]

  /// The organizations, who belongs to them, and which roles people hold there.
  ///
  /// Ana belongs to the first two: as an Owner to one and as a Member to the other.
  func organizations(_ users: [User], _ roles: [Role]) -> OrganizationList {
    let organizations = organizations(roles)
    let members = members(users, organizations, random.fork(8))
    var random = random.fork(13)
    let owner = roles.first { $0.name == "Owner" }
    var held: [String: [(userID: String, held: Assignments.Held)]] = [:]
    for (userID, membership) in members where userID != Person.ana.userID {
      guard random.happens(0.5) else { continue }
      let own = organizations.first { $0.id == membership.id }?.roles ?? []
      // Half of the roles are the tenant's, half the organization's own.
      let role = random.happens(0.5) ? random.pick(roles) : random.pick(own)
      held[membership.id, default: []].append(
        (userID, Assignments.Held(id: role.id, since: membership.since)))
    }
    let anas = [owner, organizations[1].roles.first]
    for (organization, role) in zip(organizations, anas) {
      guard let role else { continue }
      held[organization.id, default: []].append(
        (Person.ana.userID, Assignments.Held(id: role.id, since: now)))
    }
    return OrganizationList(
      organizations, members: Assignments(members), roles: held.mapValues { Assignments($0) })
  }

  private func organizations(_ roles: [Role]) -> [Organization] {
    var random = random.fork(5)
    var organizations = Self.names.map { name in
      Organization(
        id: random.identifier("org"), name: name.lowercased(), displayName: name,
        createdAt: now.advanced(bySeconds: -4 * 365 * 86_400))
    }
    for place in organizations.indices {
      organizations[place].createdAt = organizations[place].createdAt.advanced(
        bySeconds: Int64(place) * 40 * 86_400)
      organizations[place].roles = Self.ownRoles.compactMap { name in
        roles.first { $0.name == name }.map { twin in
          Role(
            id: random.identifier("rol"), name: name,
            description: "\(name) in \(organizations[place].displayName) alone",
            permissions: twin.permissions)
        }
      }
    }
    return organizations
  }

  private func members(
    _ users: [User], _ organizations: [Organization], _ random: SplitMix64
  ) -> [(userID: String, held: Assignments.Held)] {
    var random = random
    var members: [(userID: String, held: Assignments.Held)] = []
    func join(_ organization: Organization, _ user: User) {
      let since = max(organization.createdAt, user.createdAt)
      members.append((user.id, Assignments.Held(id: organization.id, since: since)))
    }
    for user in users {
      let joins = random.happens(0.2)
      let joined =
        joins ? organizations.shuffled(using: &random).prefix(1 + random.below(2)) : []
      let isAna = user.id == Person.ana.userID
      for organization in isAna ? organizations.prefix(2) : joined { join(organization, user) }
    }
    return members
  }
}
