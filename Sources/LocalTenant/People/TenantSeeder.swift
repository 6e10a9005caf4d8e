/// Makes a tenant's people, roles and APIs up: the same ones from the same seed.
struct TenantSeeder: Sendable {
  let userCount: Int
  let now: Timestamp
  private let random: SplitMix64

  init(_ configuration: TenantConfiguration) {
    let range = TenantConfiguration.userRange
    userCount = min(max(configuration.users, range.lowerBound), range.upperBound)
    now = Timestamp(configuration.now)
    random = SplitMix64(seed: configuration.seed)
  }

  /// The whole tenant.
  func state() -> TenantState {
    var apiRandom = random.fork(1)
    let servers = ResourceServer.acme(&apiRandom)
    let roles = roles(over: servers, random.fork(2))
    let cast = Cast(count: userCount, random.fork(3))
    let users = users(cast, random.fork(4))
    let organizations = organizations(random.fork(5))
    var assignments = AssignmentSeeder(
      users: users, cast: cast, roles: roles, now: now, random: random.fork(6))
    return TenantState(
      directory: UserDirectory(users), roles: RoleList(roles),
      assignments: RoleAssignments(assignments.assignments()),
      grants: grants(users, servers, random.fork(7)), resourceServers: servers,
      organizations: organizations,
      memberships: memberships(users, organizations, random.fork(8)), settings: TenantSettings())
  }

  private func roles(over servers: [ResourceServer], _ random: SplitMix64) -> [Role] {
    var random = random
    let permissions = Self.permissions(of: servers)
    return RoleTemplate.all.map { template in
      Role(
        id: random.identifier("rol"), name: template.name, description: template.description,
        permissions: template.permissions
          ?? Array(permissions.shuffled(using: &random).prefix(1 + random.below(8))))
    }
  }

  private func organizations(_ random: SplitMix64) -> [Organization] {
    var random = random
    return ["Initech", "Globex", "Hooli", "Vandelay", "Monarch", "Wonka", "Cyberdyne", "Tyrell"]
      .map { name in
        Organization(
          id: random.identifier("org"), name: name.lowercased(), displayName: name)
      }
  }

  /// The permissions that some users hold directly; Ana holds `read:users`.
  private func grants(
    _ users: [User], _ servers: [ResourceServer], _ random: SplitMix64
  ) -> [String: [Permission]] {
    var random = random
    let permissions = Self.permissions(of: servers)
    var grants: [String: [Permission]] = [:]
    for user in users where random.happens(0.04) {
      grants[user.id] = Array(permissions.shuffled(using: &random).prefix(1 + random.below(3)))
    }
    grants[Person.ana.userID] = [
      Permission(resourceServer: ResourceServer.Acme.people, name: "read:users")
    ]
    return grants
  }

  /// Who belongs to which organization; Ana belongs to the first two.
  private func memberships(
    _ users: [User], _ organizations: [Organization], _ random: SplitMix64
  ) -> [String: [String]] {
    var random = random
    var memberships: [String: [String]] = [:]
    for user in users where random.happens(0.2) {
      let joined = organizations.shuffled(using: &random).prefix(1 + random.below(2))
      memberships[user.id] = joined.map(\.id)
    }
    memberships[Person.ana.userID] = organizations.prefix(2).map(\.id)
    return memberships
  }

  private static func permissions(of servers: [ResourceServer]) -> [Permission] {
    servers.filter { !$0.isSystem }.flatMap { server in
      server.scopes.map { Permission(resourceServer: server.identifier, name: $0.value) }
    }
  }
}
