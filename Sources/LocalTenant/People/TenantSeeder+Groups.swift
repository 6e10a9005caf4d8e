extension TenantSeeder {
  private static let groupNames = [
    ("Engineering", ["Owner", "viewer"]), ("Finance", ["Billing Admin", "Payroll Clerk"]),
    ("Customer Care", ["Support"]), ("Compliance", ["Auditor", "viewer"]), ("Everyone", []),
  ]

  /// The groups that the enterprise connections know; about a third of their users is in one.
  func groups(
    _ users: [User], _ roles: [Role], _ connections: [Connection], _ random: SplitMix64
  ) -> GroupList {
    var random = random
    let enterprise = connections.filter { ["samlp", "waad"].contains($0.strategy) }
    let groups = Self.groupNames.enumerated().map { number, group in
      Group(
        id: "grp_"
          + random.text(18, of: "123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ"),
        name: group.0, externalID: random.hexadecimal(32),
        connectionID: enterprise[number % enterprise.count].id,
        createdAt: now.advanced(bySeconds: -Int64(300 - number) * 86_400),
        roleIDs: group.1.compactMap { name in roles.first { $0.name == name }?.id })
    }
    let names = Set(enterprise.map(\.name))
    var members: [(userID: String, held: Assignments.Held)] = []
    for user in users where user.identities.contains(where: { names.contains($0.connection) }) {
      guard random.happens(0.35) else { continue }
      let group = random.pick(groups)
      let since = max(group.createdAt, user.createdAt)
      members.append((user.id, Assignments.Held(id: group.id, since: since)))
    }
    return GroupList(groups, members: Assignments(members))
  }

  /// Whom brute-force protection keeps out: a few of those with a password.
  func blocks(_ users: [User], _ random: SplitMix64) -> [String: [BruteForceBlock]] {
    var random = random
    var blocks: [String: [BruteForceBlock]] = [:]
    for user in users where user.id.hasPrefix("auth0|") && user.id != Person.ana.userID {
      guard random.happens(0.01), let email = user.email else { continue }
      blocks[user.id] = [
        BruteForceBlock(
          identifier: email, ip: "198.51.100.\(random.below(256))",
          connection: "Username-Password-Authentication")
      ]
    }
    return blocks
  }
}
