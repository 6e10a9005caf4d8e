/// Makes a tenant's people, roles and APIs up: the same ones from the same seed.
struct TenantSeeder: Sendable {
  let userCount: Int
  let now: Timestamp
  let random: SplitMix64
  private let beyondLimits: Bool

  init(_ configuration: TenantConfiguration) {
    let range = TenantConfiguration.userRange
    userCount = min(max(configuration.users, range.lowerBound), range.upperBound)
    now = Timestamp(configuration.now)
    random = SplitMix64(seed: configuration.seed)
    beyondLimits = configuration.beyondLimits
  }

  /// The whole tenant.
  func state() -> TenantState {
    var apiRandom = random.fork(1)
    let servers = ResourceServer.acme(&apiRandom)
    let roles = roles(over: servers, random.fork(2))
    let cast = Cast(count: userCount, random.fork(3))
    let users = users(cast, random.fork(4))
    var connectionRandom = random.fork(9)
    let connections = Connection.acme(&connectionRandom)
    var assignments = AssignmentSeeder(
      users: users, cast: cast, roles: roles, now: now, random: random.fork(6),
      beyondLimits: beyondLimits)
    var state = TenantState(
      directory: UserDirectory(users), roles: RoleList(roles),
      assignments: Assignments(assignments.assignments()),
      grants: grants(users, servers, random.fork(7)), resourceServers: servers,
      organizations: organizations(users, roles),
      groups: groups(users, roles, connections, random.fork(10)), connections: connections)
    state.blocks = blocks(users, random.fork(11))
    state.logs = .seeded(users, now: now)
    state.random = random.fork(12)
    return state
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

  private static func permissions(of servers: [ResourceServer]) -> [Permission] {
    servers.filter { !$0.isSystem }.flatMap { server in
      server.scopes.map { Permission(resourceServer: server.identifier, name: $0.value) }
    }
  }
}
