import AccessModel
import ArgumentParser
import FoundationEssentials
import ManagementAPI

/// `Benchmarks members`: keys in the list of a role's hundred thousand members, and among a thousand roles.
struct MembersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "members",
    abstract: "Key to paint in a list of 100,000 and in an empty one, filtering, memory, choosing.",
    discussion: "A goal that is missed is said, and does not fail the command.")

  @Option(help: "The program to measure; unless given, the one that was built beside this one.")
  var program: String?
  @Option(help: "How many users the tenant has; about half of them hold its largest role.")
  var users = 200_000
  @Option(help: "How many roles are made, for choosing among them.") var roles = 1_000
  @Option(help: "How many keys of each kind are pressed, in steps of 20.") var keys = 1_000

  mutating func validate() throws {
    guard keys >= 100, roles >= 1, users >= 100 else {
      throw ValidationError("It takes 100 keys, one role and 100 users or more.")
    }
  }

  func run() async throws {
    let path = try InstalledProgram.rolecall(program)
    print(Calibration.machine, terminator: " ")
    print("\(ProgramRun.columns)x\(ProgramRun.rows), \(keys) keys of each kind")
    let playground = try Playground()
    let tenant = try TenantProcess(
      program: path, arguments: ["--users", "\(users)", "--rate", "1000000"],
      environment: playground.environment)
    let largest = try await prepare(tenant)
    print("\(largest.role.name): \(largest.members) members; \(roles) roles made")
    let contestant = Contestant.rolecall(path, in: playground, tenant: tenant)
    let figures = try MembersMeasurement(
      contestant: contestant, role: largest.role.name, emptyRole: Self.emptyRole, keys: keys
    ).run()
    print(MembersReport(figures: figures, members: largest.members).text)
  }

  /// The name of a role that nobody holds.
  private static let emptyRole = "Zero Holders"

  /// Makes the roles, one of which stays without members, and finds the one that most people hold.
  private func prepare(
    _ tenant: TenantProcess
  ) async throws -> (role: Role, members: Int) {
    let endpoint = try TenantEndpoint(domain: tenant.environment["AUTH0_DOMAIN"] ?? "")
    let token = AccessToken(Secret(tenant.token))
    return try await ManagementClient.withClient(endpoint: endpoint, token: token) { api in
      var largest: (role: Role, members: Int)?
      for role in try await api.roles(named: nil) {
        let members = try await api.members(ofRole: role.id, perPage: 1).total ?? 0
        if members > largest?.members ?? 0 { largest = (role, members) }
      }
      guard let largest else { throw BenchmarkError("Nobody of the tenant holds a role.") }
      let names = [Self.emptyRole] + (1..<max(2, roles)).map { "Regional Team \($0) Lead" }
      for name in names {
        _ = try await api.createRole(
          NewRole(name: name, description: "Made to be chosen from"), correlation: "benchmarks")
      }
      return largest
    }
  }
}
