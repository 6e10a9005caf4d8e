import AccessModel
import ArgumentParser
import Changes
import FoundationEssentials
import Glibc
import ManagementAPI

/// Where runs are measured: local tenants in processes of their own, and folders for journals.
struct RunPlace {
  private let program: String
  private let latency: Int
  private let inFlight: Int?
  private let disk: String
  private let playground: Playground

  init(program: String, latency: Int, inFlight: Int?, disk: String) throws {
    (self.program, self.latency, self.inFlight, self.disk) = (program, latency, inFlight, disk)
    playground = try Playground()
  }

  /// Where a journal is.
  enum Medium {
    case memory
    case disk
  }

  /// Whom a role is taken from.
  enum Extent: String, CaseIterable, ExpressibleByArgument {
    /// Everybody who holds it.
    case everybody
    /// Some of many more who hold it.
    case some
  }

  /// One run.
  struct Run {
    var changes: Int
    /// How many hold the role.
    var holders: Int
    /// How many calls it made, reading before and after included.
    var calls: Int
    var refused: Int
    var seconds: Double
  }

  /// Takes a role from so many, on a tenant with a limit of which everything may be used.
  func paced(_ count: Int, of extent: Extent, by rate: PacedRate) async throws -> Run {
    let calls = CallCount()
    let limit = ["--rate", "\(rate.perSecond)", "--burst", "\(rate.burst)"]
    return try await withTenant(users: 5_000, limit, calls) { client, session in
      let plan = try await plan(of: count, extent, client, session)
      guard let role = plan.changes.first?.role?.id else {
        throw BenchmarkError("The plan is empty.")
      }
      let holders = try await client.members(ofRole: role, perPage: 1).total ?? 0
      // Until the burst is there again.
      try await Task.sleep(for: .seconds(Double(rate.burst) / rate.perSecond + 1))
      calls.reset()
      let seconds = try await withJournal(.disk) {
        try await run(plan, client.inBackground(share: 100), session, $0)
      }
      return Run(
        changes: count, holders: holders, calls: calls.calls, refused: calls.refused,
        seconds: seconds)
    }
  }

  /// Lets a body measure runs of so many on a tenant without a limit, in changes a second.
  func unlimited(
    _ count: Int, _ body: ((Medium) async throws -> Double) async throws -> Void
  ) async throws {
    let limit = ["--rate", "1000000", "--burst", "1000000"]
    try await withTenant(users: 5_000, limit, CallCount()) { client, session in
      let plan = try await plan(of: count, .some, client, session)
      try await body { medium in
        let seconds = try await withJournal(medium) { journal in
          try await run(plan, client.inBackground(share: 100), session, journal)
        }
        for change in stride(from: 0, to: count, by: 50) {
          let users = plan.changes[change..<min(change + 50, count)].compactMap { $0.user?.id }
          guard let role = plan.changes[change].role?.id else { continue }
          try await client.assignRole(role, toUsers: users, correlation: "again-\(change)")
        }
        return Double(count) / seconds
      }
    }
  }

  /// A plan of very many, from the list of its role to the box that asks.
  func largePlan(users: Int) async throws -> LargePlan {
    let limit = ["--rate", "1000000", "--burst", "1000000"]
    return try await withTenant(users: users, limit, CallCount()) { client, session in
      let engine = engine(client, session, nil)
      let roles = try await sizes(client)
      guard let role = roles.last?.role else { throw BenchmarkError("The tenant has no role.") }
      return try await LargePlan.measure(role, engine: engine)
    }
  }

  private func withTenant<Value>(
    users: Int, _ arguments: [String], _ count: CallCount,
    _ body: (ManagementClient, Session) async throws -> Value
  ) async throws -> Value {
    let tenant = try TenantProcess(
      program: program, arguments: ["--users", "\(users)", "--latency", "\(latency)"] + arguments,
      environment: playground.environment)
    let endpoint = try TenantEndpoint(domain: tenant.environment["AUTH0_DOMAIN"] ?? "")
    let token = AccessToken(Secret(tenant.token))
    let settings = ClientSettings(log: APILog(observer: count.note))
    return try await ManagementClient.withClient(
      endpoint: endpoint, token: token, settings: settings
    ) { client in
      try await body(
        client.waiting(atMost: .seconds(600)),
        Session(
          tenant: Tenant(domain: endpoint.domain, isProduction: false),
          scopes: token.claims?.scopes))
    }
  }

  private func withJournal<Value>(
    _ medium: Medium, _ body: (Journal) async throws -> Value
  ) async throws -> Value {
    let parent = medium == .memory ? "/dev/shm" : disk
    let folder = "\(parent)/changes-benchmark-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(
      Journal.open(
        tenant: "benchmark", in: StateFolder(at: folder), version: "benchmark",
        now: { Timestamp(Date()) }))
  }

  /// Carries a plan out, and says how many seconds that took.
  private func run(
    _ plan: Plan, _ client: ManagementClient, _ session: Session, _ journal: Journal
  ) async throws -> Double {
    let start = ContinuousClock.now
    let outcome = try await engine(client, session, journal).run(plan, control: RunControl()) { _ in
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    guard outcome.isFulfilled else {
      throw BenchmarkError("A run did not come to its end: \(outcome.differences.sentences)")
    }
    return seconds
  }

  private func engine(
    _ client: ManagementClient, _ session: Session, _ journal: Journal?
  ) -> ChangeEngine {
    ChangeEngine(
      session: session, reader: client, writer: client, journal: journal,
      person: .ofThisProcess(version: "benchmark"),
      inFlight: inFlight ?? ChangeEngine.callsAtOnce, pause: { try await Task.sleep(for: $0) },
      now: { Timestamp(Date()) })
  }

  /// The roles by how many hold them, the smallest first.
  private func sizes(_ api: ManagementClient) async throws -> [(role: Role, members: Int)] {
    var sizes: [(role: Role, members: Int)] = []
    for role in try await api.roles(named: nil) {
      sizes.append((role, try await api.members(ofRole: role.id, perPage: 1).total ?? 0))
    }
    return sizes.sorted { $0.members < $1.members }
  }

  /// A plan that takes a role from so many users.
  private func plan(
    of count: Int, _ extent: Extent, _ api: ManagementClient, _ session: Session
  ) async throws -> Plan {
    let sizes = try await sizes(api)
    guard let large = sizes.first(where: { $0.members >= count })?.role else {
      throw BenchmarkError("No role of the tenant has \(count) members.")
    }
    var members: [RoleMember] = []
    for try await page in api.everyMember(ofRole: large.id) {
      members += page.items
      if members.count >= count { break }
    }
    members = Array(members.prefix(count))
    var role = large
    if extent == .everybody {
      role = try await api.createRole(
        NewRole(name: "Taken From Everybody", description: ""), correlation: "make")
      for start in stride(from: 0, to: count, by: PlannedCall.userLimit) {
        let chunk = members[start..<min(start + PlannedCall.userLimit, count)]
        try await api.assignRole(role.id, toUsers: chunk.map(\.id), correlation: "hold-\(start)")
      }
    }
    return Plan(
      id: "benchmark", tenant: session.tenant, removing: role, fromMembers: members)
  }
}
