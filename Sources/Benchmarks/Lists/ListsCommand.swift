import AccessModel
import ArgumentParser
import FoundationEssentials
import ManagementAPI

/// `Benchmarks lists`: how much memory a role's members take while they are streamed.
struct ListsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lists",
    abstract: "Memory while a role's members are streamed, a thousand and a hundred thousand.",
    discussion: "A goal that is missed is said, and does not fail the command.")

  @Option(help: "The program to serve the tenant; unless given, the one built beside this one.")
  var program: String?
  @Option(help: "How many users the tenant has.") var users = 200_000

  /// The goal: the peak for many stays within so many KiB of the peak for few.
  private static let goal = 10 << 10

  func run() async throws {
    let path = try InstalledProgram.rolecall(program)
    let playground = try Playground()
    let tenant = try TenantProcess(
      program: path, arguments: ["--users", "\(users)", "--rate", "1000000"],
      environment: playground.environment)
    let endpoint = try TenantEndpoint(domain: tenant.environment["AUTH0_DOMAIN"] ?? "")
    let token = AccessToken(Secret(tenant.environment["AUTH0_API_TOKEN"] ?? ""))
    try await ManagementClient.withClient(endpoint: endpoint, token: token) { api in
      let roles = try await sizes(api)
      guard let few = roles.first(where: { $0.members >= 1_000 }), let many = roles.last else {
        throw BenchmarkError("No role of the tenant has a thousand members.")
      }
      let first = try await stream(few, api)
      let second = try await stream(many, api)
      let growth = second - first
      print(
        "growth \(growth) KiB, goal \(Self.goal) KiB: \(growth <= Self.goal ? "met" : "missed")")
    }
  }

  /// The roles by how many hold them, the smallest first.
  private func sizes(_ api: ManagementClient) async throws -> [(role: Role, members: Int)] {
    var sizes: [(role: Role, members: Int)] = []
    for role in try await api.roles(named: nil) {
      sizes.append((role, try await api.members(ofRole: role.id, perPage: 1).total ?? 0))
    }
    return sizes.sorted { $0.members < $1.members }
  }

  /// Streams a role's members and gives the process's peak of memory since it began, in KiB.
  private func stream(
    _ size: (role: Role, members: Int), _ api: ManagementClient
  ) async throws -> Int {
    let start = ContinuousClock.now
    var count = 0
    for try await page in api.everyMember(ofRole: size.role.id) { count += page.items.count }
    let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    let peak = ProcessFigures.own.peak
    print(
      "\(size.role.name): \(count) of \(size.members) members in \(Int(milliseconds)) ms,"
        + " peak \(peak) KiB")
    return peak
  }
}
