import AccessModel
import Changes
import FoundationEssentials
import LocalTenant
import ManagementAPI
import TerminalEmulator
import Testing

/// A tenant with a role that many hold, and a folder for journals.
struct RunTenant: Sendable {
  let server: TenantServer
  let address: TenantAddress
  let client: ManagementClient
  let place: JournalPlace
  /// A role that `holders` hold, and nobody else.
  let role: Role
  /// Who holds it in the beginning, by id.
  let holders: [UserID]

  var session: Session {
    Session(
      tenant: Tenant(domain: address.domain, isProduction: false),
      scopes: AccessToken(Secret(address.token)).claims?.scopes)
  }

  /// Who holds the role now.
  var holdersNow: Set<UserID> { Set(server.users(withRole: role.id.rawValue).map { UserID($0) }) }

  func journal() throws -> Journal {
    try place.open(tenant: address.domain, now: JournalSource.now)
  }

  func engine(
    _ journal: Journal, inFlight: Int = 6, patience: Duration = .seconds(60)
  ) -> ChangeEngine {
    let client = client.waiting(atMost: patience)
    return ChangeEngine(
      session: session, reader: client, writer: client, journal: journal, person: .ana,
      inFlight: inFlight, pause: { _ in }, now: JournalSource.now)
  }

  /// A plan that takes the role from everybody who holds it in the beginning.
  func removal(id: String = "removal") -> Plan {
    Plan(
      id: id, tenant: session.tenant, .remove, role, of: holders.map { User(id: $0) },
      held: { _ in .held(true) })
  }

  /// The writes that the tenant received, in order.
  func writes() async -> [RecordedRequest] {
    await server.recordedRequests().filter { $0.method != "GET" }
  }
}

/// Runs `body` beside a tenant of its own, on a thread that it may block.
func withRunTenant(
  holders count: Int, faults: TenantConfiguration.Faults = .none,
  _ body: @escaping @Sendable (RunTenant) async throws -> Void
) async throws {
  let server = TenantServer(
    configuration: TenantConfiguration(
      users: count + 20, rate: 100_000, now: JournalSource.now().date, faults: faults))
  let (addresses, listening) = AsyncStream.makeStream(of: TenantAddress.self)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask(executorPreference: OwnThread()) {
      defer { listening.finish() }
      try await server.run { listening.yield($0) }
    }
    group.addTask(executorPreference: OwnThread()) {
      for await address in addresses {
        let role = try #require(server.roleID(named: "Support"))
        for user in server.users(withRole: role) { _ = server.removeRoles([role], fromUser: user) }
        let holders = server.userIDs().prefix(count).sorted()
        // Nothing is given back to who is blocked.
        for user in holders { _ = server.setBlocked(false, user: user) }
        for user in holders { _ = server.assignRoles([role], toUser: user) }
        try await ManagementClient.withClient(
          endpoint: TenantEndpoint(domain: address.domain),
          token: AccessToken(Secret(address.token))
        ) { client in
          try await body(
            RunTenant(
              server: server, address: address, client: client, place: JournalPlace(),
              role: Role(id: RoleID(role), name: "Support"), holders: holders.map { UserID($0) }))
        }
        return
      }
    }
    // The tenant ends first only where it fails.
    try await group.next()
    group.cancelAll()
    try await group.waitForAll()
  }
}
